package dev.kaitsu.model.operation;

import java.util.List;

/**
 * Facts to be added to an operation.
 *
 * @param after the newest fact on which the decision rests; with a newer one nothing is added
 * @param state where the operation stands with these facts
 */
public record OperationAddition(
    OperationId operation, long after, List<OperationFact> facts, OperationState state) {
  /**
   * Facts as they are to be stored.
   *
   * @throws IllegalArgumentException if there are none
   */
  public OperationAddition {
    facts = List.copyOf(facts);
    if (facts.isEmpty()) {
      throw new IllegalArgumentException("no facts to add to operation " + operation);
    }
  }
}
