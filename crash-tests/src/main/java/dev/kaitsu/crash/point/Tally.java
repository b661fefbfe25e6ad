package dev.kaitsu.crash.point;

import java.util.LinkedHashMap;
import java.util.Map;

/** Counts what was tried, by anything that can be a row. */
final class Tally<K> {
  /** How often, and how often it went wrong. */
  record Count(long tried, long violations) {
    Count plus(boolean violated) {
      return new Count(tried + 1, violations + (violated ? 1 : 0));
    }
  }

  private static final Count NONE = new Count(0, 0);
  private final Map<K, Count> counts = new LinkedHashMap<>();

  void add(K row, boolean violated) {
    counts.merge(row, NONE.plus(violated), (before, any) -> before.plus(violated));
  }

  Map<K, Count> counts() {
    return counts;
  }
}
