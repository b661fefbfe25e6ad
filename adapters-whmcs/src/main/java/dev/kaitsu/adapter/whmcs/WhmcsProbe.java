package dev.kaitsu.adapter.whmcs;

import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.HealthProbe;
import java.util.Optional;

/**
 * Asks WHMCS for its version, or where that is unknown for its payment gateways. A role that may
 * not be told either still proves network, address and credential: WHMCS is there.
 */
public final class WhmcsProbe implements HealthProbe {
  private final WhmcsClient client;

  WhmcsProbe(WhmcsClient client) {
    this.client = client;
  }

  @Override
  public String name() {
    return "whmcs";
  }

  @Override
  public Optional<String> problem() {
    try {
      var version = problemOf("WhmcsDetails"); // since 8.0
      return version.isEmpty() ? version : problemOf("GetPaymentMethods");
    } catch (ExternalCallException failed) {
      return Optional.of(failed.halt().reason());
    }
  }

  private Optional<String> problemOf(String action) {
    var answer = client.ask(action);
    if (answer instanceof Answer.Denied denied && denied.problem().isFailedLogin()) {
      throw WhmcsErrors.denied(WhmcsCall.read(action), denied);
    }
    return answer instanceof Answer.Refusal refusal
        ? Optional.of(WhmcsErrors.refusal(WhmcsCall.read(action), refusal).halt().reason())
        : Optional.empty();
  }
}
