package dev.kaitsu.port.out;

import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.Claim;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.Hint;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.SystemHold;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.model.sim.SimCall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Hears what fulfillment does, for logs and metrics. Called on the working thread: must be quick,
 * must not throw.
 */
public interface FulfillmentListener {
  /** An event asked for an order; {@code happenedAt} is Salesforce's own time of it. */
  default void eventHinted(Hint hint, Instant happenedAt) {}

  /** An event that had been received before. */
  default void eventRepeated(String topic, String key) {}

  /** An event was kept aside because it cannot be read. */
  default void eventParked(String topic, String schemaId, String reason) {}

  /** Something changed that the customer sees. */
  default void customerFacingChange(OrderId order) {}

  /** The order needs nothing: why. */
  default void skipped(Claim claim, Skip kind, String reason) {}

  /** Why an order is left alone. */
  enum Skip {
    NOT_FOUND,
    NOT_ACTIVATING,
    NOT_APPROVED,
    ALREADY_BILLED,
    PARKED
  }

  default void attemptStarted(Claim claim, int attempt, boolean takenOver) {}

  default void stepFinished(Claim claim, String step, Duration took) {}

  default void halted(Claim claim, String step, Halt why) {}

  /** A step ended with an exception nobody foresaw. */
  default void defect(Claim claim, String step, RuntimeException defect) {}

  /** The attempt is over and Salesforce knows; {@code took} is counted from the attempt's start. */
  default void attemptEnded(
      Claim claim, LedgerFact.Outcome outcome, String reason, Duration took) {}

  /** More than one billing order carries the order's marker. */
  default void duplicatesFound(Claim claim, BillingOrderId kept, List<BillingOrderId> others) {}

  /** What a creating call with a lost answer had made was found. */
  default void lostOrderFound(Claim claim, BillingOrderId found) {}

  /** Salesforce could not be told yet; it will be. */
  default void writeBackPostponed(Claim claim, Halt why) {}

  default void writeBackDropped(Claim claim, String reason) {}

  default void writeBackParked(Claim claim, String reason) {}

  /** The look at the order is over. */
  default void workEnded(Claim claim, WorkOutcome outcome) {}

  /** The billing order does not hold what was ordered; found after the order went live. */
  default void linesDiffer(Claim claim, BillingOrderId billed, String difference) {}

  /** Whether the billing order holds what was ordered could not be read; the order is live. */
  default void linesUnverified(Claim claim, BillingOrderId billed, Halt why) {}

  default void swept(int waiting, int hinted) {}

  /** Work on the order died so often that it is left alone until somebody asks for it. */
  default void setAside(Claim claim, String reason) {}

  /** A system is down: orders that have not started wait for it. */
  default void systemDown(String system, String reason) {}

  /** A system that was held answers again: the orders that wait for it are started. */
  default void systemBack(SystemHold hold) {}

  /** An order had something left to do and no look was planned for it: it is looked at now. */
  default void stranded(OrderId order) {}

  /** A call that activates a SIM took effect: accepted, or found after its answer was lost. */
  default void simCallDone(Claim claim, SimCall call, boolean adopted) {}

  /**
   * A look after a lost answer showed what the call did; the operator's retry goes on from there.
   */
  default void lostSimCallFound(Claim claim, SimCall call) {}

  /** The order's SIM is live, but Salesforce does not take the assignment of the SIM card. */
  default void simAssignmentRefused(Claim claim, Halt why) {}

  /** The order is accepted, but its services do not carry the line's number and its SIM. */
  default void servicesUnlabelled(Claim claim, String reason) {}
}
