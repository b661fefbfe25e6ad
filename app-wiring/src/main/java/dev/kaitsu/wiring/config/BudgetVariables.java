package dev.kaitsu.wiring.config;

import dev.kaitsu.wiring.budget.Thresholds;

/** The {@code SF_API_…} variables: percent of a limit that is left. */
final class BudgetVariables {
  private static final int MOST = 100;

  private BudgetVariables() {}

  static Thresholds read(Variables variables) {
    var defaults = Thresholds.DEFAULTS;
    return new Thresholds(
        variables.integer("SF_API_WARN_BELOW", defaults.warn(), 0, MOST),
        variables.integer("SF_API_RESERVE", defaults.reserve(), 0, MOST),
        variables.integer("SF_API_ALARM_BELOW", defaults.alarm(), 0, MOST));
  }
}
