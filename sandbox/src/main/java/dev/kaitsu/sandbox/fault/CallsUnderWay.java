package dev.kaitsu.sandbox.fault;

import java.util.Map;
import java.util.TreeMap;

/** How many calls of each operation have arrived and are not answered yet. */
public final class CallsUnderWay {
  private final Map<String, Integer> counts = new TreeMap<>();

  private int mostAtOnce;

  public synchronized void began(String operation) {
    counts.merge(operation, 1, Integer::sum);
    mostAtOnce = Math.max(mostAtOnce, counts.values().stream().mapToInt(Integer::intValue).sum());
  }

  /** The most calls, of whichever operations, that were ever unanswered at the same time. */
  public synchronized int mostAtOnce() {
    return mostAtOnce;
  }

  public synchronized void ended(String operation) {
    counts.computeIfPresent(operation, (name, count) -> count == 1 ? null : count - 1);
  }

  /** Counts above zero, by operation. */
  public synchronized Map<String, Integer> counts() {
    return Map.copyOf(counts);
  }
}
