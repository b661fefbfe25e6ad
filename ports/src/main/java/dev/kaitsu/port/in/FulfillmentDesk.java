package dev.kaitsu.port.in;

import dev.kaitsu.model.BillingDraft;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.FormField;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.Order;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.OrderProgress;
import dev.kaitsu.model.sim.SimCall;
import java.util.List;
import java.util.Optional;

/** What a person or a script may ask for by hand. */
public interface FulfillmentDesk {

  /**
   * Says what fulfilling the order would do, and sends nothing.
   *
   * @throws dev.kaitsu.port.out.ExternalCallException if a system that must be read does not answer
   */
  Plan plan(OrderId order);

  /** Asks for the order to be worked on, if it is in a state for that. Repeating it is harmless. */
  Request fulfill(OrderId order);

  /**
   * States that these billing orders, which appeared after an unanswered call, are not this
   * order's, so that a retry may create one. Repeating it is harmless.
   *
   * @param by who says so, for the ledger
   * @return false if Kaitsu never heard of the order
   */
  boolean disown(OrderId order, List<BillingOrderId> notOurs, String by);

  /**
   * States whether the order's SIM is live, where the operator's answers do not tell it: a retry
   * then goes on from there, or activates anew. Said of the call in doubt, if one is; else of the
   * whole SIM. Taken once after an attempt that failed; repeating it is refused.
   *
   * @param by who says so, for the ledger
   * @throws dev.kaitsu.port.out.ExternalCallException if Salesforce must be read and does not
   *     answer
   */
  Attestation attest(OrderId order, boolean simIsLive, String by);

  /** What the ledger knows about the order; empty if Kaitsu never heard of it. */
  Optional<OrderProgress> progress(OrderId order);

  /** The answer to {@link #plan}. */
  sealed interface Plan {
    /** Salesforce has no such order, or does not show it to us. */
    record NotFound() implements Plan {}

    /** The guards would leave the order alone. */
    record LeftAlone(Order order, String reason) implements Plan {}

    /** The order would fail before anything has an effect. */
    record WouldFail(Order order, Halt why) implements Plan {}

    /**
     * The order would be billed with exactly this request.
     *
     * @param simCalls what would be sent before that for its SIM, without personal data; empty for
     *     any other order, and for a SIM that is active already
     */
    record WouldBill(
        Order order, BillingDraft draft, List<FormField> request, List<PlannedCall> simCalls)
        implements Plan {
      public WouldBill {
        request = List.copyOf(request);
        simCalls = List.copyOf(simCalls);
      }
    }
  }

  /** A call to the SIM operator that would be sent. */
  record PlannedCall(SimCall call, List<FormField> fields) {
    public PlannedCall {
      fields = List.copyOf(fields);
    }
  }

  /** The answer to {@link #attest}. */
  sealed interface Attestation {
    /** Kaitsu never heard of the order. */
    record NotFound() implements Attestation {}

    /** Nothing of the order's SIM is to be stated now; nothing was written down. */
    record Refused(String reason) implements Attestation {}

    /** It is written down; a retry goes on from there. */
    record Taken() implements Attestation {}
  }

  /** The answer to {@link #fulfill}. */
  sealed interface Request {
    record NotFound() implements Request {}

    /** The order is in another state than Kaitsu may act on; nothing was asked for. */
    record Refused(String reason) implements Request {}

    /** The order is in line; the ledger shows how it goes on. */
    record Accepted() implements Request {}
  }
}
