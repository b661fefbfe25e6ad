package dev.kaitsu.testkit;

import dev.kaitsu.model.operation.Operation;
import dev.kaitsu.model.operation.OperationAddition;
import dev.kaitsu.model.operation.OperationEntry;
import dev.kaitsu.model.operation.OperationHistory;
import dev.kaitsu.model.operation.OperationState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An operation as {@link InMemoryLineOperations} keeps it. */
final class StoredOperation {
  private final Operation operation;
  private final List<OperationEntry> entries = new ArrayList<>();
  private OperationState state = OperationState.WAITING;
  private Instant touchedAt;

  StoredOperation(Operation operation) {
    this.operation = operation;
    this.touchedAt = operation.requestedAt();
  }

  Operation operation() {
    return operation;
  }

  OperationState state() {
    return state;
  }

  Instant touchedAt() {
    return touchedAt;
  }

  OperationHistory history() {
    return new OperationHistory(operation, entries);
  }

  boolean add(OperationAddition addition, Instant now) {
    if (addition.after() != entries.size()) {
      return false;
    }
    addition.facts().forEach(f -> entries.add(new OperationEntry(entries.size() + 1L, now, f)));
    state = addition.state();
    touchedAt = now;
    return true;
  }
}
