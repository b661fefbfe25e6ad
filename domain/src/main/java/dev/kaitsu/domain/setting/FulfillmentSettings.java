package dev.kaitsu.domain.setting;

import java.time.Duration;

/**
 * How patient fulfillment is.
 *
 * @param lookWindow how long after a creating call with a lost answer its effect may still appear;
 *     longer than the slowest run of the billing server (default 10 minutes)
 * @param simLookWindow the same for a call that activates a SIM; longer than the 10 minutes that
 *     the operator takes to apply one (default 30 minutes)
 * @param takeoverAfter after how long without a sign of life a node's orders are taken over
 *     (default 10 seconds); a call that changes something starts only within half of it after the
 *     ledger last confirmed that the order is still this node's
 * @param takeoverLimit after how many looks in a row that died at the same place an order is parked
 *     (default 5, at least 1)
 */
public record FulfillmentSettings(
    Duration lookWindow, Duration simLookWindow, Duration takeoverAfter, int takeoverLimit) {
  /** An order read longer ago than this is read again before anything has an effect. */
  public static final Duration STALE_AFTER = Duration.ofSeconds(30);

  public static final FulfillmentSettings DEFAULTS =
      new FulfillmentSettings(
          Duration.ofMinutes(10), Duration.ofMinutes(30), Duration.ofSeconds(10), 5);

  public FulfillmentSettings {
    requirePositive("lookWindow", lookWindow);
    requirePositive("simLookWindow", simLookWindow);
    requirePositive("takeoverAfter", takeoverAfter);
    if (takeoverLimit < 1) {
      throw new IllegalArgumentException("takeoverLimit is below 1: " + takeoverLimit);
    }
  }

  private static void requirePositive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " is not positive: " + value);
    }
  }
}
