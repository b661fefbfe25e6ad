package dev.kaitsu.domain;

import dev.kaitsu.domain.ledger.CaseFile;
import dev.kaitsu.domain.ledger.Journal;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.port.out.FulfillmentListener;
import java.time.Duration;

/**
 * The last resort for an order on which work dies whatever is tried, even telling Salesforce so:
 * its attempt is closed in the ledger without another call to anybody.
 */
final class DyingOrder {
  private final FulfillmentListener listener;

  DyingOrder(FulfillmentListener listener) {
    this.listener = listener;
  }

  WorkOutcome setAside(CaseFile file, Journal journal) {
    var claim = journal.claim();
    var reason =
        "work on this order died %d times in a row, in the end without a word to Salesforce; see the logs of its nodes, then ask for it again"
            .formatted(claim.unfinished());
    if (file.owed().isPresent()) {
      journal.note(new LedgerFact.WriteBackDropped(reason));
    }
    journal.write(new LedgerFact.AttemptEnded(LedgerFact.Outcome.PARKED, reason));
    listener.attemptEnded(claim, LedgerFact.Outcome.PARKED, reason, Duration.ZERO);
    listener.setAside(claim, reason);
    return new WorkOutcome.SetAside();
  }
}
