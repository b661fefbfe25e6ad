package dev.kaitsu.sandbox.whmcs;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which calls arrived, refused ones included, and how many AddOrder calls of one client were under
 * way at once. Keeps the latest {@value #KEPT} calls; the counts know all of them.
 */
public final class WhmcsCalls {
  private static final int KEPT = 100_000;

  /**
   * One call.
   *
   * @param clientId 0 when the call names no client
   * @param orderId 0 when the call names no order
   */
  public record Call(String action, int clientId, int orderId, Instant at) {}

  private final Deque<Call> made = new ArrayDeque<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Map<Integer, Integer> acceptsByOrder = new HashMap<>();
  private final Map<Integer, Integer> ordering = new HashMap<>();
  private final Map<Integer, Integer> mostOrdering = new HashMap<>();

  /** How often the action was called; its name is spelt as in the documentation. */
  public synchronized int count(String action) {
    return counts.getOrDefault(action, 0);
  }

  public synchronized Map<String, Integer> counts() {
    return Map.copyOf(counts);
  }

  /** The latest calls, oldest first. */
  public synchronized List<Call> made() {
    return List.copyOf(made);
  }

  /** The most AddOrder calls of this client that were ever unanswered at the same time. */
  public synchronized int mostOrdersAtOnce(int clientId) {
    return mostOrdering.getOrDefault(clientId, 0);
  }

  /** The highest {@link #mostOrdersAtOnce(int)} of any client. */
  public synchronized int mostOrdersAtOnce() {
    return mostOrdering.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  /** How often AcceptOrder was asked for this order, whatever came of it. */
  public synchronized int accepts(int orderId) {
    return acceptsByOrder.getOrDefault(orderId, 0);
  }

  synchronized void began(Call call) {
    if (made.size() == KEPT) {
      made.removeFirst();
    }
    made.add(call);
    counts.merge(call.action(), 1, Integer::sum);
    if (call.action().equals("AcceptOrder")) {
      acceptsByOrder.merge(call.orderId(), 1, Integer::sum);
    }
    if (call.action().equals("AddOrder")) {
      int now = ordering.merge(call.clientId(), 1, Integer::sum);
      mostOrdering.merge(call.clientId(), now, Math::max);
    }
  }

  synchronized void ended(Call call) {
    if (call.action().equals("AddOrder")) {
      ordering.merge(call.clientId(), -1, Integer::sum);
    }
  }
}
