package dev.kaitsu.sandbox.fault;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The script of one emulated system: a latency and a queue of faults per operation. Operation names
 * are the emulator's own ({@code AddOrder}, {@code token}, {@code query}); {@code *} is every
 * operation. Safe for use by many threads.
 */
public final class Faults {
  /** Stands for every operation of the system. */
  public static final String EVERY_OPERATION = "*";

  private final Map<String, Deque<Fault>> scripted = new TreeMap<>();
  private final Map<String, Duration> latencies = new TreeMap<>();
  private final CallsUnderWay underWay = new CallsUnderWay();

  /** Names only the operation's calls about one subject, such as AddOrder for one client. */
  public static String about(String operation, String subject) {
    return operation + " " + subject;
  }

  /** Lets the next {@code times} calls of the operation misbehave. */
  public synchronized void script(String operation, Fault fault, int times) {
    if (times < 1) {
      throw new IllegalArgumentException("times is below 1: " + times);
    }
    var queue = scripted.computeIfAbsent(operation, name -> new ArrayDeque<>());
    for (int i = 0; i < times; i++) {
      queue.add(fault);
    }
  }

  /** Makes every call of the operation take at least this long. */
  public synchronized void latency(String operation, Duration latency) {
    latencies.put(operation, latency);
  }

  /** Forgets everything scripted, latencies included. */
  public synchronized void clear() {
    scripted.clear();
    latencies.clear();
  }

  /** Takes the fault that the next call of the operation must show, if one is scripted. */
  public Optional<Fault> next(String operation) {
    return firstOf(operation, EVERY_OPERATION);
  }

  /** As {@link #next(String)}, for a call about a subject: what is scripted for it comes first. */
  public Optional<Fault> next(String operation, String subject) {
    return firstOf(about(operation, subject), operation, EVERY_OPERATION);
  }

  private synchronized Optional<Fault> firstOf(String... keys) {
    for (String key : keys) {
      var queue = scripted.get(key);
      if (queue != null && !queue.isEmpty()) {
        return Optional.of(queue.remove());
      }
    }
    return Optional.empty();
  }

  /** The calls that are kept waiting, or are being answered. */
  public CallsUnderWay underWay() {
    return underWay;
  }

  public synchronized Duration latencyOf(String operation) {
    var own = latencies.get(operation);
    return own != null ? own : latencies.getOrDefault(EVERY_OPERATION, Duration.ZERO);
  }
}
