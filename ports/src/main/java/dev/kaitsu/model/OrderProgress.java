package dev.kaitsu.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where an order stands with Kaitsu, for operators.
 *
 * @param working whether a node is working on it now
 * @param nextLook when it is looked at next; empty if nobody has asked
 * @param waitingFor what it waits for, where it waits
 */
public record OrderProgress(
    OrderId order,
    boolean working,
    Optional<Instant> nextLook,
    Optional<String> waitingFor,
    List<LedgerEntry> history) {
  public OrderProgress {
    history = List.copyOf(history);
  }
}
