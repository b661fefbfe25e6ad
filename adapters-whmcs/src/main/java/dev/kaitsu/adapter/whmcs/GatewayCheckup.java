package dev.kaitsu.adapter.whmcs;

import dev.kaitsu.model.Finding;
import dev.kaitsu.port.out.Checkup;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.List;

/** Whether the gateway of new orders is there and active. */
final class GatewayCheckup implements Checkup {
  private final WhmcsClient client;
  private final String wanted;

  GatewayCheckup(WhmcsClient client, String wanted) {
    this.client = client;
    this.wanted = wanted;
  }

  @Override
  public String name() {
    return "whmcs.gateway";
  }

  @Override
  public List<String> needs() {
    return List.of(LoginCheckup.NAME);
  }

  @Override
  public List<Finding> look() {
    List<String> gateways;
    try {
      gateways = client.gateways();
    } catch (ExternalCallException unread) {
      return List.of(
          Finding.warn(
              "whether the gateway '%s' exists is unproven: %s"
                  .formatted(wanted, unread.halt().reason()),
              "tick GetPaymentMethods in the API role"));
    }
    return List.of(
        gateways.contains(wanted)
            ? Finding.pass("the gateway '%s' is active".formatted(wanted))
            : Finding.fail(
                "there is no active gateway '%s'; there are %s".formatted(wanted, gateways),
                "set WHMCS_PAYMENT_METHOD to one of them, or activate it"));
  }
}
