package dev.kaitsu.adapter.freebit;

import dev.kaitsu.model.Finding;
import dev.kaitsu.port.out.Checkup;
import java.util.List;

/** Whether Freebit is reachable from here and takes our credential. */
final class LoginCheckup implements Checkup {
  static final String NAME = "freebit.login";

  private final FreebitProbe probe;

  LoginCheckup(FreebitSession session) {
    this.probe = new FreebitProbe(session);
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
            .orElseGet(() -> Finding.pass("Freebit is reachable and takes our credential")));
  }
}
