package dev.kaitsu.wiring.doctor;

import dev.kaitsu.model.Finding;
import dev.kaitsu.port.out.Checkup;
import java.util.List;

/** What only an order can prove, where nobody has consented to one. */
final class Unproven implements Checkup {
  private static final String HOW =
      "on a test client run 'kaitsu doctor --prove-marker --client <id> --product <id> --yes', once";

  @Override
  public String name() {
    return "whmcs.marker";
  }

  @Override
  public List<String> needs() {
    return List.of("whmcs.login");
  }

  @Override
  public List<Finding> look() {
    return List.of(
        Finding.warn("unproven: whether the API role allows AddOrder", HOW),
        Finding.warn("unproven: where this WHMCS stores the marker sfOrderId", HOW));
  }
}
