package dev.kaitsu.port.in;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.operation.OperationId;
import dev.kaitsu.model.operation.OperationRequest;
import dev.kaitsu.model.operation.OperationView;
import dev.kaitsu.model.sim.LineDetail;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.model.sim.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Manages live SIM lines for people and scripts. Questions to the SIM operator throw {@link
 * dev.kaitsu.port.out.ExternalCallException} if it does not answer.
 */
public interface SimDesk {
  /** The line as the SIM operator shows it; empty if it knows none. */
  Optional<LineDetail> details(PhoneNumber line);

  /** What the line has used. */
  Usage usage(PhoneNumber line);

  /** Asks for an operation. With a key, repeating it is harmless. */
  Answer request(OperationRequest request);

  /** The line's operations, newest first. */
  List<OperationView> operations(PhoneNumber line);

  /** What waits, runs or is parked on any line, oldest first. */
  List<OperationView> unsettled();

  Optional<OperationView> operation(OperationId id);

  /**
   * Takes back an operation of which nothing is in place or under way, but for an invoice that was
   * not charged, which is left as it is.
   */
  Change cancel(OperationId id, String by);

  /** States whether the effect of a parked operation's call is in place. */
  Change settle(OperationId id, boolean done, String by);

  /** Has the call made again that was settled as not done, or a payment that was refused. */
  Change retry(OperationId id, String by);

  /** The answer to {@link #request}. */
  sealed interface Answer {
    /**
     * Taken on.
     *
     * @param again whether an earlier request with this key did it
     */
    record Accepted(OperationView operation, boolean again) implements Answer {}

    /**
     * Nothing was taken on.
     *
     * @param askAgainAt when the same request is taken, if nothing else is asked meanwhile
     * @param mayRunAt when it then runs; later than that by the delay of a change of the network
     */
    record Busy(Instant askAgainAt, Instant mayRunAt, String why) implements Answer {}

    /** The key was used for another operation. */
    record KeyTaken(OperationId operation) implements Answer {}

    /** It could never be done as it was asked for. */
    record Refused(FailureCode code, String reason) implements Answer {}
  }

  /** The answer to whoever changes an operation. */
  sealed interface Change {
    record NotFound() implements Change {}

    /** It is in another state than that needs; nothing was changed. */
    record Refused(OperationView operation, String reason) implements Change {}

    record Changed(OperationView operation) implements Change {}
  }
}
