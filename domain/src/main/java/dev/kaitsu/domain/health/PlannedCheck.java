package dev.kaitsu.domain.health;

import dev.kaitsu.port.out.HealthProbe;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * One system to be checked again and again.
 *
 * @param affordable whether a check may be made now; asked before each one
 */
public record PlannedCheck(
    HealthProbe probe, Duration interval, ResponseLimits limits, BooleanSupplier affordable) {

  /** A check that is always affordable. */
  public PlannedCheck(HealthProbe probe, Duration interval, ResponseLimits limits) {
    this(probe, interval, limits, () -> true);
  }

  /** The system, by the name of its probe. */
  public String system() {
    return probe.name();
  }
}
