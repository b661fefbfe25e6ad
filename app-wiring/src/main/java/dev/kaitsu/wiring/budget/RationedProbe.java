package dev.kaitsu.wiring.budget;

import dev.kaitsu.port.out.HealthProbe;
import java.util.Optional;

/** A probe that costs a call; while calls are kept for orders its last answer stands longer. */
public final class RationedProbe implements HealthProbe {
  private final HealthProbe probe;
  private final Ration ration;
  private volatile Optional<String> last = Optional.empty();

  public RationedProbe(HealthProbe probe, ApiBudget budget) {
    this.probe = probe;
    this.ration = new Ration(budget);
  }

  @Override
  public String name() {
    return probe.name();
  }

  @Override
  public Optional<String> problem() {
    if (ration.granted()) {
      last = probe.problem();
    }
    return last;
  }
}
