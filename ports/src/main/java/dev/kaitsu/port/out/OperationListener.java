package dev.kaitsu.port.out;

import dev.kaitsu.model.operation.Operation;
import dev.kaitsu.model.operation.OperationFact;
import dev.kaitsu.model.operation.OperationState;

/** Hears what happens to operations on lines, for logs and metrics. */
public interface OperationListener {
  /** An operation was taken on. */
  void requested(Operation operation);

  /** A fact was made durable; the operation stands so with it. */
  void established(Operation operation, OperationFact fact, OperationState state);

  /** A call of an open operation has failed for a while; told once until it succeeds. */
  void heldUp(Operation operation, OperationFact.Ineffective last);

  /** Lines had open operations and no job planned; there should be none. */
  void stranded(int lines);
}
