package dev.kaitsu.adapter.postgres;

import java.time.Duration;

/**
 * How jobs run on this node.
 *
 * @param sweepInterval how long after a sweep the next one begins, on whichever node
 * @param drainTime how long a shutdown lets running work finish before it interrupts it, and how
 *     long it waits after that
 */
public record JobSettings(Duration sweepInterval, Duration drainTime) {
  public JobSettings {
    if (sweepInterval.isZero() || sweepInterval.isNegative()) {
      throw new IllegalArgumentException("sweepInterval is not above zero: " + sweepInterval);
    }
    if (drainTime.isNegative()) {
      throw new IllegalArgumentException("drainTime is below zero: " + drainTime);
    }
  }

  /** Sweeps every minute, drains for 10 s. */
  public static JobSettings standard() {
    return new JobSettings(Duration.ofMinutes(1), Duration.ofSeconds(10));
  }
}
