package dev.kaitsu.adapter.salesforce;

import dev.kaitsu.model.ClockDifference;
import dev.kaitsu.model.Finding;
import dev.kaitsu.port.out.Checkup;
import java.time.InstantSource;
import java.util.List;
import okhttp3.Request;

/** Compares clocks with the login host, which judges how old a login is; needs no login. */
final class ClockCheckup implements Checkup {
  private final SalesforceSession session;
  private final InstantSource clock;

  ClockCheckup(SalesforceSession session, InstantSource clock) {
    this.session = session;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "salesforce.clock";
  }

  @Override
  public List<Finding> look() {
    var host = Addresses.root(session.config().loginUrl());
    // Whatever it answers carries its time.
    var answer = session.http().read(new Request.Builder().url(host + "/services/data").build());
    return List.of(
        answer
            .sentAt()
            .map(theirs -> ClockDifference.between(clock.instant(), theirs).finding("Salesforce"))
            .orElseGet(
                () ->
                    Finding.warn(
                        "Salesforce did not tell its time (HTTP %d without a Date)"
                            .formatted(answer.status()),
                        "look for a proxy that removes headers")));
  }
}
