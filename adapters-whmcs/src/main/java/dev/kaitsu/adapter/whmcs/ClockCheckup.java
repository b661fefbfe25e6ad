package dev.kaitsu.adapter.whmcs;

import dev.kaitsu.model.ClockDifference;
import dev.kaitsu.model.Finding;
import dev.kaitsu.port.out.Checkup;
import java.time.InstantSource;
import java.util.List;

/** Compares clocks with the WHMCS server. */
final class ClockCheckup implements Checkup {
  private final WhmcsClient client;
  private final InstantSource clock;

  ClockCheckup(WhmcsClient client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "whmcs.clock";
  }

  @Override
  public List<String> needs() {
    return List.of(LoginCheckup.NAME);
  }

  @Override
  public List<Finding> look() {
    client.ask("GetPaymentMethods"); // whatever it answers carries its time
    return List.of(
        client
            .serverTime()
            .map(theirs -> ClockDifference.between(clock.instant(), theirs).finding("WHMCS"))
            .orElseGet(
                () ->
                    Finding.warn(
                        "WHMCS did not tell its time (no Date header)",
                        "look for a proxy that removes headers")));
  }
}
