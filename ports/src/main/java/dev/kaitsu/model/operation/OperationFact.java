package dev.kaitsu.model.operation;

import dev.kaitsu.model.FailureCode;
import java.time.Instant;
import java.util.Optional;

/**
 * Something established about an operation. Facts are only ever added, and what is to be done next
 * follows from them alone. Names and fields are a stored format: never rename them.
 */
public sealed interface OperationFact {
  /**
   * The call is about to be made: from here until an answer is recorded it may have had its effect.
   *
   * @param newest for an invoice, the client's newest one before
   */
  record Sent(OperationCall call, Optional<InvoiceId> newest) implements OperationFact {}

  /**
   * The effect of the call is in place.
   *
   * @param invoice for an invoice, its number
   * @param found seen by a look, not answered to the call itself
   */
  record Effective(OperationCall call, Optional<InvoiceId> invoice, boolean found)
      implements OperationFact {}

  /** The call provably had no effect. */
  record Ineffective(OperationCall call, FailureCode code, String reason)
      implements OperationFact {}

  /** The line was locked at the SIM operator, so that the call had no effect. */
  record Locked(OperationCall call, Instant until) implements OperationFact {}

  /** The answer to the call was lost. */
  record Unanswered(OperationCall call, FailureCode code, String reason) implements OperationFact {}

  /** Only a person can say what became of the call. */
  record Parked(OperationCall call, FailureCode code, String reason) implements OperationFact {}

  /** A person says whether the effect of the parked call is in place. */
  record Settled(OperationCall call, boolean done, String by) implements OperationFact {}

  /** A person asks for the call that was settled as not done to be made again. */
  record Retried(OperationCall call, String by) implements OperationFact {}

  record Cancelled(String by) implements OperationFact {}

  /** All calls had their effect. */
  record Completed() implements OperationFact {}

  /** It goes no further. */
  record Failed(FailureCode code, String reason) implements OperationFact {}
}
