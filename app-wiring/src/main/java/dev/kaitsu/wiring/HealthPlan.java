package dev.kaitsu.wiring;

import dev.kaitsu.domain.health.PlannedCheck;
import dev.kaitsu.domain.health.ResponseLimits;
import dev.kaitsu.port.out.HealthProbe;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How often each kind of system is checked, and from when on it is slow: as operations ask. */
final class HealthPlan {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
  private static final ResponseLimits BUSINESS = ResponseLimits.ofMillis(2_000, 5_000);

  private HealthPlan() {}

  static PlannedCheck database(HealthProbe probe) {
    return new PlannedCheck(probe, MINUTE, ResponseLimits.ofMillis(500, 2_000));
  }

  static PlannedCheck cache(HealthProbe probe) {
    return new PlannedCheck(probe, MINUTE, ResponseLimits.ofMillis(100, 500));
  }

  /** Checks Salesforce as long as that may cost a call. */
  static PlannedCheck salesforce(HealthProbe probe, BooleanSupplier affordable) {
    return new PlannedCheck(probe, FIVE_MINUTES, BUSINESS, affordable);
  }

  static PlannedCheck whmcs(HealthProbe probe) {
    return new PlannedCheck(probe, FIVE_MINUTES, BUSINESS);
  }

  static PlannedCheck freebit(HealthProbe probe) {
    return new PlannedCheck(probe, Duration.ofMinutes(15), ResponseLimits.ofMillis(3_000, 10_000));
  }

  static PlannedCheck sftp(HealthProbe probe) {
    return new PlannedCheck(probe, Duration.ofHours(1), ResponseLimits.NONE);
  }
}
