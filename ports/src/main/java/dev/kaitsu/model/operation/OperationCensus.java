package dev.kaitsu.model.operation;

import java.time.Duration;
import java.util.List;

/**
 * How many operations there are, and how long the oldest ones are overdue.
 *
 * @param counts of every kind in every state that occurs
 * @param longestOverdue how long ago the open operation that has waited longest might have begun
 */
public record OperationCensus(List<Count> counts, Duration longestOverdue) {
  public OperationCensus {
    counts = List.copyOf(counts);
  }

  /** Operations of one kind in one state. */
  public record Count(OperationKind kind, OperationState state, long operations) {}
}
