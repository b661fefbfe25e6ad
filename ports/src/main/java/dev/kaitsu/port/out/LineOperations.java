package dev.kaitsu.port.out;

import dev.kaitsu.model.operation.LineClaim;
import dev.kaitsu.model.operation.LineRecord;
import dev.kaitsu.model.operation.Operation;
import dev.kaitsu.model.operation.OperationAddition;
import dev.kaitsu.model.operation.OperationCensus;
import dev.kaitsu.model.operation.OperationHistory;
import dev.kaitsu.model.operation.OperationId;
import dev.kaitsu.model.sim.PhoneNumber;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What Kaitsu knows about operations on lines, durably. A line whose operations have something left
 * to do always has a job planned. All calls throw {@link StoreException} if the store fails.
 */
public interface LineOperations {
  /**
   * The line's operations that are open, and those touched within {@code lookBack}; a line nobody
   * ever asked for has none.
   */
  LineRecord recall(PhoneNumber line, Duration lookBack);

  /**
   * Takes an operation on, unless another one was taken on for the line since it was recalled with
   * that {@code seq}.
   *
   * @return false, and nothing added, if so; or if its key is known by now
   */
  boolean add(Operation operation, long seq);

  Optional<OperationHistory> find(OperationId operation);

  /** The operation that was taken on under this key. */
  Optional<OperationHistory> findKeyed(String key);

  /**
   * Adds what the work on a line establishes, durable on return.
   *
   * @return false, and nothing added, if the operation has newer facts
   * @throws LostLineException if the claim is no longer the newest; nothing was added
   */
  boolean record(LineClaim claim, OperationAddition addition);

  /**
   * Adds what a person states, whoever works on the line now, and has the line looked at.
   *
   * @return false, and nothing added, if the operation has newer facts
   */
  boolean state(OperationAddition addition);

  /** The line's operations, newest first. */
  List<OperationHistory> of(PhoneNumber line, int most);

  /** The open and the parked operations of all lines, oldest first. */
  List<OperationHistory> unsettled(int most);

  OperationCensus census();

  /**
   * Plans a job for every line that has an open operation and none planned. There should be none.
   *
   * @return how many there were
   */
  int planStranded();
}
