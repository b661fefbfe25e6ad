package dev.kaitsu.domain.setting;

import dev.kaitsu.model.sim.PlanCode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * How lines are managed.
 *
 * @param gap between two changes of a line that count (plan, network)
 * @param networkDelay how long a change of the network waits before it is sent
 * @param lock how long the SIM operator rejects everything for a line after a change of its network
 * @param lookWindow how long after a change with a lost answer its effect may still appear; longer
 *     than the 10 minutes that the operator takes to apply one
 * @param invoiceWindow the same for the billing system
 * @param zone whose days the days of plan changes are
 * @param plans the plans that lines may be changed to; empty: the SIM operator judges
 * @param takeoverAfter after how long without a sign of life a node's lines are taken over
 */
public record LineSettings(
    Duration gap,
    Duration networkDelay,
    Duration lock,
    Duration lookWindow,
    Duration invoiceWindow,
    ZoneId zone,
    Optional<Set<PlanCode>> plans,
    Duration takeoverAfter) {
  public static final LineSettings DEFAULTS =
      new LineSettings(
          Duration.ofMinutes(30),
          Duration.ofMinutes(30),
          Duration.ofMinutes(30),
          Duration.ofMinutes(30),
          Duration.ofMinutes(10),
          ZoneId.of("Asia/Tokyo"),
          Optional.empty(),
          Duration.ofSeconds(10));

  public LineSettings {
    requireNotNegative("gap", gap);
    requireNotNegative("networkDelay", networkDelay);
    requireNotNegative("lock", lock);
    requireNotNegative("invoiceWindow", invoiceWindow);
    requireNotNegative("lookWindow", lookWindow);
    if (takeoverAfter.isZero() || takeoverAfter.isNegative()) {
      throw new IllegalArgumentException("takeoverAfter is not positive: " + takeoverAfter);
    }
    plans = plans.map(Set::copyOf);
  }

  /** How far back a line's operations still bear on the next one. */
  public Duration lookBack() {
    return gap.plus(lock);
  }

  private static void requireNotNegative(String name, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(name + " is negative: " + value);
    }
  }
}
