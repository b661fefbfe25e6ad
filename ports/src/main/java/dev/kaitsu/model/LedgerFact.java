package dev.kaitsu.model;

import dev.kaitsu.model.sim.LineStanding;
import dev.kaitsu.model.sim.SimCall;
import dev.kaitsu.model.sim.SimIdentity;
import dev.kaitsu.model.sim.VoiceOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One thing that is established about an order. Facts are only ever added; what an order's state is
 * follows from them. Names and fields are a stored format: add, never rename.
 */
public sealed interface LedgerFact {
  /**
   * Whether an attempt that records this fact has come further. Facts that an attempt may record
   * again and again, each time before it dies at the same place, are no progress.
   */
  default boolean advances() {
    return true;
  }

  /** An attempt began with the order as it stood at {@code orderModifiedAt}. */
  record AttemptStarted(int attempt, Instant orderModifiedAt) implements LedgerFact {}

  /** A step without an outside effect, or whose effect needs no memory, was finished. */
  record StepFinished(String step, Duration took) implements LedgerFact {}

  /**
   * A creating call is about to be sent; from here on, and until an answer is recorded, a billing
   * order may exist.
   *
   * @param highWater the client's highest billing order id before the first such call
   * @param requestDigest a hash of the draft, to tell whether two calls asked for the same
   */
  record CreationSent(
      BillingClientId client, Optional<BillingOrderId> highWater, String requestDigest)
      implements LedgerFact {
    @Override
    public boolean advances() {
      return false;
    }
  }

  /** The billing order is known: answered, or found by a look and taken over. */
  record Billed(BillingOrderId id, List<ServiceId> services, boolean adopted)
      implements LedgerFact {
    public Billed {
      services = List.copyOf(services);
    }
  }

  /** The creating call was answered with a no that proves that nothing was created. */
  record CreationRefused(FailureCode code, String reason) implements LedgerFact {
    @Override
    public boolean advances() {
      return false;
    }
  }

  /** The answer to the creating call was lost or unreadable, and one look found nothing. */
  record CreationUnanswered(FailureCode code, String reason) implements LedgerFact {}

  /** More billing orders than one carry this order's marker; none of these is ever accepted. */
  record DuplicatesFound(List<BillingOrderId> others) implements LedgerFact {
    public DuplicatesFound {
      others = List.copyOf(others);
    }
  }

  /** A look after a lost answer found the order that the call had made. */
  record LostOrderFound(BillingOrderId id) implements LedgerFact {}

  /** The last look after a lost answer, begun after the look window closed, is over. */
  record LookClosed(List<BillingOrderId> unexplained) implements LedgerFact {
    public LookClosed {
      unexplained = List.copyOf(unexplained);
    }
  }

  /**
   * Somebody says that these billing orders are not this order's, so that they no longer stand in
   * the way of creating one.
   *
   * @param by who says so
   */
  record Disowned(List<BillingOrderId> orders, String by) implements LedgerFact {
    public Disowned {
      orders = List.copyOf(orders);
    }

    @Override
    public boolean advances() {
      return false;
    }
  }

  /**
   * A call that activates a SIM is about to be sent; from here on, and until an answer is recorded,
   * the line may be live.
   *
   * @param proof the voice options that were not on before, so that they prove the call once they
   *     are
   * @param before how the operator showed the line before the first such call
   */
  record SimCallSent(SimCall call, SimIdentity sim, VoiceOptions proof, LineStanding before)
      implements LedgerFact {
    @Override
    public boolean advances() {
      return false;
    }
  }

  /**
   * The call took effect: the operator accepted it, or a look after a lost answer, or a person,
   * shows it.
   */
  record SimCallDone(SimCall call, SimIdentity sim, boolean adopted) implements LedgerFact {}

  /**
   * The call was answered with a no that proves that it changed nothing, or was never sent.
   *
   * @param lineFree whether no call for this line has, or may have, taken effect, so that another
   *     order may activate it
   */
  record SimCallRefused(SimCall call, FailureCode code, String reason, boolean lineFree)
      implements LedgerFact {
    @Override
    public boolean advances() {
      return false;
    }
  }

  /** The answer to the call was lost or unreadable, and one look showed no effect. */
  record SimCallUnanswered(SimCall call, FailureCode code, String reason) implements LedgerFact {}

  /** A look after a lost answer showed the call's effect; a retry goes on from there. */
  record LostSimCallFound(SimCall call) implements LedgerFact {}

  /** The last look after a lost answer, begun after the look window closed, showed no effect. */
  record SimLookClosed(SimCall call) implements LedgerFact {}

  /**
   * Somebody says whether the order's SIM is live, where the operator's answers do not tell it.
   *
   * @param about the call that this is said of; empty if it is said of the whole SIM
   * @param sim the SIM that is meant, where none was begun for this order
   * @param lineFree whether nothing is, or will be, active, so that another order may take the line
   * @param by who says so
   */
  record SimAttested(
      boolean live, Optional<SimCall> about, Optional<SimIdentity> sim, boolean lineFree, String by)
      implements LedgerFact {
    @Override
    public boolean advances() {
      return false;
    }
  }

  /** The inventory in Salesforce says whose the SIM card is. */
  record SimAssigned() implements LedgerFact {}

  /** Salesforce does not take the assignment of the SIM card; a person must write it. */
  record SimAssignmentRefused(String reason) implements LedgerFact {}

  /** The services in billing carry the line's number and its SIM. */
  record ServicesLabelled() implements LedgerFact {}

  /** The services in billing do not carry the line's number and its SIM; a person must add them. */
  record ServicesUnlabelled(String reason) implements LedgerFact {}

  /** The order is about to be accepted in billing. */
  record AcceptSent() implements LedgerFact {
    @Override
    public boolean advances() {
      return false;
    }
  }

  /** The order is accepted and active in billing. */
  record Accepted() implements LedgerFact {}

  /** A step stopped the attempt. */
  record Halted(String step, HaltKind kind, FailureCode code, String reason)
      implements LedgerFact {}

  /** How certain a halt is; see {@link Halt}. */
  enum HaltKind {
    REFUSED,
    FAILED,
    UNCERTAIN
  }

  /** Salesforce must be told; owed until delivered, dropped or parked. */
  record WriteBackOwed(WriteBack writeBack) implements LedgerFact {}

  /** The write-back is about to be sent for the first time, over a record last changed then. */
  record WriteBackSent(Instant orderModifiedAt) implements LedgerFact {}

  record WriteBackDelivered() implements LedgerFact {}

  /**
   * Not written and no longer owed: the order was changed since by somebody else, or work dies on
   * telling it.
   */
  record WriteBackDropped(String reason) implements LedgerFact {}

  /** Salesforce refuses the write-back for good; a person must look. */
  record WriteBackParked(String reason) implements LedgerFact {}

  /** The attempt is over. */
  record AttemptEnded(Outcome outcome, String reason) implements LedgerFact {}

  /** How an attempt ended. */
  enum Outcome {
    ACTIVATED,
    FAILED,
    /** The order was no longer approved when it was read again. */
    WITHDRAWN,
    /** Failed, and a person must act before a retry helps. */
    PARKED
  }

  /** The order was looked at and needs nothing; recorded once per reason in a row. */
  record Skipped(String reason) implements LedgerFact {}
}
