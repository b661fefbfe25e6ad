package dev.kaitsu.domain.ledger;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.Claim;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.port.out.Ledger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What an attempt establishes, written to the ledger at the points where it must be durable: facts
 * between two such points share one write. Used by one thread.
 */
public final class Journal {
  private final Ledger ledger;
  private final Claim claim;
  private final Instant startedAt;
  private final List<LedgerFact> pending = new ArrayList<>();

  /** A journal for one attempt, which started then. */
  public Journal(Ledger ledger, Claim claim, Instant startedAt) {
    this.ledger = ledger;
    this.claim = claim;
    this.startedAt = startedAt;
  }

  public Instant startedAt() {
    return startedAt;
  }

  public Claim claim() {
    return claim;
  }

  /** Notes a fact; it becomes durable with the next write. */
  public void note(LedgerFact fact) {
    pending.add(fact);
  }

  /** Makes everything noted so far durable. */
  public void write() {
    if (!pending.isEmpty()) {
      ledger.record(claim, pending);
      pending.clear();
    }
  }

  /** Notes a fact and makes it durable with everything before it. */
  public void write(LedgerFact fact) {
    note(fact);
    write();
  }

  /**
   * Makes the intent of a creating call durable, with everything noted before it.
   *
   * @return false, and only the earlier facts stay noted, if it is another order's turn
   */
  public boolean writeSending(BillingClientId client, LedgerFact.CreationSent sending) {
    pending.add(sending);
    if (ledger.recordSending(claim, client, pending)) {
      pending.clear();
      return true;
    }
    pending.remove(pending.size() - 1);
    return false;
  }
}
