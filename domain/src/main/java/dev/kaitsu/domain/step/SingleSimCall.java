package dev.kaitsu.domain.step;

import dev.kaitsu.domain.ledger.Journal;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.sim.SimRequest;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.SimCards;

/**
 * One call that activates a SIM: its intent durable before, at most one request, its answer durable
 * after.
 */
final class SingleSimCall {
  private final SimCards cards;

  SingleSimCall(SimCards cards) {
    this.cards = cards;
  }

  /** What became of it. */
  sealed interface Answer {
    record Accepted() implements Answer {}

    /** Nothing was sent: this node stood still, and may have lost the order. */
    record NotSent() implements Answer {}

    /** Nothing was sent: line or card belong to another order. */
    record Linked() implements Answer {}

    /** Refused or failed before acting: recorded. Uncertain: not yet recorded. */
    record Stopped(Halt why) implements Answer {}
  }

  /**
   * Sends it.
   *
   * @param lineFree whether no call for this line has, or may have, taken effect before
   */
  Answer send(
      SimRequest request, LedgerFact.SimCallSent sending, boolean lineFree, Journal journal) {
    var call = sending.call();
    if (!journal.writeActivating(sending)) {
      return new Answer.Linked();
    }
    if (!journal.maySend()) {
      journal.write(
          new LedgerFact.SimCallRefused(
              call, FailureCode.INTERNAL_ERROR, "not sent: this node stood still", lineFree));
      return new Answer.NotSent();
    }
    try {
      cards.send(request, call);
      journal.write(new LedgerFact.SimCallDone(call, request.identity(), false));
      return new Answer.Accepted();
    } catch (ExternalCallException failure) {
      if (!(failure.halt() instanceof Halt.Uncertain)) {
        journal.write(
            new LedgerFact.SimCallRefused(
                call, failure.halt().code(), failure.halt().reason(), lineFree));
      }
      return new Answer.Stopped(failure.halt());
    }
  }
}
