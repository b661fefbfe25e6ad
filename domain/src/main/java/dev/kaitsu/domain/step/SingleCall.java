package dev.kaitsu.domain.step;

import dev.kaitsu.domain.ledger.Journal;
import dev.kaitsu.model.BilledOrder;
import dev.kaitsu.model.BillingDraft;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.port.out.Billing;
import dev.kaitsu.port.out.ExternalCallException;
import java.time.Duration;
import java.util.Optional;

/** One creating call: its intent durable before, at most one request, its answer durable after. */
final class SingleCall {
  private static final Duration ANOTHER_TURN = Duration.ofMillis(200);
  private static final int DOUBLINGS = 5; // every try costs a read, a look and a question

  private final Billing billing;

  SingleCall(Billing billing) {
    this.billing = billing;
  }

  /** What became of it. */
  sealed interface Answer {
    record Created(BilledOrder billed) implements Answer {}

    /** Nothing was sent, and may be tried again after a while. */
    record NotSent(Duration pause, String why) implements Answer {}

    /** Refused or failed before acting: recorded. Uncertain: not yet recorded. */
    record Stopped(Halt why) implements Answer {}
  }

  Answer send(BillingDraft draft, Optional<BillingOrderId> highWater, Journal journal) {
    var sending = new LedgerFact.CreationSent(draft.client(), highWater, RequestDigest.of(draft));
    if (!journal.writeSending(draft.client(), sending)) {
      return new Answer.NotSent(
          ANOTHER_TURN.multipliedBy(1L << Math.min(journal.claim().deferrals(), DOUBLINGS)),
          "another order of WHMCS client %s is being created".formatted(draft.client()));
    }
    if (!journal.maySend()) {
      // This thread stood still; by now another node may be about to take the order over.
      journal.write(
          new LedgerFact.CreationRefused(
              FailureCode.INTERNAL_ERROR, "not sent: this node stood still"));
      return new Answer.NotSent(
          Backoff.after(journal.claim().deferrals()), "this node stood still before AddOrder");
    }
    try {
      var billed = billing.create(draft);
      journal.note(new LedgerFact.Billed(billed.id(), billed.services(), false));
      return new Answer.Created(billed);
    } catch (ExternalCallException failure) {
      if (!(failure.halt() instanceof Halt.Uncertain)) {
        journal.write(
            new LedgerFact.CreationRefused(failure.halt().code(), failure.halt().reason()));
      }
      return new Answer.Stopped(failure.halt());
    }
  }
}
