package dev.kaitsu.adapter.whmcs;

import dev.kaitsu.model.Finding;
import dev.kaitsu.port.out.Checkup;
import java.util.List;

/** Whether WHMCS knows our address and credential; what our role allows comes after. */
final class LoginCheckup implements Checkup {
  static final String NAME = "whmcs.login";

  private final WhmcsProbe probe;

  LoginCheckup(WhmcsClient client) {
    this.probe = new WhmcsProbe(client);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> look() {
    return List.of(
        probe
            .problem()
            .map(problem -> Finding.fail(problem, ""))
            .orElseGet(() -> Finding.pass("WHMCS accepts our address and credential")));
  }
}
