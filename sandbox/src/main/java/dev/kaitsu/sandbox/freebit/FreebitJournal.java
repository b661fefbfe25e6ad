package dev.kaitsu.sandbox.freebit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What was asked of Freebit and what it took, so that a test can say "activated exactly once". */
public final class FreebitJournal {
  private static final Set<String> ACTIVATING = Set.of("PA02-01", "PA05-19", "PA05-41");

  /**
   * A call that was taken.
   *
   * @param operation such as {@code PA05-41}
   * @param request its members, without the key
   */
  public record Taken(String operation, String account, ObjectNode request) {}

  private final List<Taken> taken = new ArrayList<>();
  private final Map<String, Integer> calls = new TreeMap<>();

  FreebitJournal() {}

  synchronized void called(String operation) {
    calls.merge(operation, 1, Integer::sum);
  }

  synchronized void took(Taken call) {
    taken.add(call);
  }

  /** How often the operation was called, however it went. */
  public synchronized int calls(String operation) {
    return calls.getOrDefault(operation, 0);
  }

  /** Every call with an effect that was taken, in that order. */
  public synchronized List<Taken> taken() {
    return List.copyOf(taken);
  }

  /** How often this operation was taken for the line. */
  public synchronized int timesTaken(String account, String operation) {
    return (int)
        taken.stream()
            .filter(each -> each.account().equals(account) && each.operation().equals(operation))
            .count();
  }

  /** How often the line was activated, by whatever call; more than once is what must not be. */
  public synchronized int timesActivated(String account) {
    return activations().getOrDefault(account, 0);
  }

  /** Activations per line. */
  public synchronized Map<String, Integer> activations() {
    var counts = new TreeMap<String, Integer>();
    taken.stream()
        .filter(each -> ACTIVATING.contains(each.operation()))
        .forEach(each -> counts.merge(each.account(), 1, Integer::sum));
    return counts;
  }

  synchronized Map<String, Integer> counts() {
    return Map.copyOf(calls);
  }
}
