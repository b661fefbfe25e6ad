package dev.kaitsu.domain.setting;

import java.time.Duration;

/**
 * How patient fulfillment is.
 *
 * @param lookWindow how long after a creating call with a lost answer its effect may still appear;
 *     longer than the slowest run of the billing server (default 10 minutes)
 * @param takeoverAfter after how long without a sign of life a node's orders are taken over
 *     (default 10 seconds); a creating call starts only within half of it
 */
public record FulfillmentSettings(Duration lookWindow, Duration takeoverAfter) {
  /** An order read longer ago than this is read again before anything has an effect. */
  public static final Duration STALE_AFTER = Duration.ofSeconds(30);

  public static final FulfillmentSettings DEFAULTS =
      new FulfillmentSettings(Duration.ofMinutes(10), Duration.ofSeconds(10));

  public FulfillmentSettings {
    requirePositive("lookWindow", lookWindow);
    requirePositive("takeoverAfter", takeoverAfter);
  }

  private static void requirePositive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " is not positive: " + value);
    }
  }
}
