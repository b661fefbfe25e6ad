package dev.kaitsu.sandbox.salesforce.rest;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often each operation was called, faulty answers included. Logins are no API calls. */
public final class ApiCalls {
  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
  private final LongAdder used = new LongAdder();
  private volatile long dailyLimit = 100_000;

  void count(String operation, boolean usesAllocation) {
    counts.computeIfAbsent(operation, name -> new LongAdder()).increment();
    if (usesAllocation) {
      used.increment();
    }
  }

  /** Calls of an operation such as {@code query}, {@code composite} or {@code token}. */
  public long of(String operation) {
    var count = counts.get(operation);
    return count == null ? 0 : count.sum();
  }

  /** All operations called so far, with their counts. */
  public Map<String, Long> all() {
    var all = new TreeMap<String, Long>();
    counts.forEach((operation, count) -> all.put(operation, count.sum()));
    return all;
  }

  /** Calls that used the daily allocation. */
  public long total() {
    return used.sum();
  }

  /** Starts counting anew. */
  public void reset() {
    counts.clear();
    used.reset();
  }

  /** Sets the daily allocation; beyond it every call is refused. */
  public void dailyLimit(long calls) {
    dailyLimit = calls;
  }

  public long dailyLimit() {
    return dailyLimit;
  }

  String limitInfo() {
    return "api-usage=" + total() + "/" + dailyLimit;
  }
}
