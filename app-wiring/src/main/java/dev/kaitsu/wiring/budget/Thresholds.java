package dev.kaitsu.wiring.budget;

/**
 * When what is left of a limit is little, in percent of it; 0: never.
 *
 * @param warn {@code SF_API_WARN_BELOW}: a warning
 * @param reserve {@code SF_API_RESERVE}: the daily calls below it are kept for orders
 * @param alarm {@code SF_API_ALARM_BELOW}: an alarm
 */
public record Thresholds(int warn, int reserve, int alarm) {
  public static final Thresholds DEFAULTS = new Thresholds(20, 10, 5);
}
