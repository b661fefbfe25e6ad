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
  private final Possession possession;
  private final List<LedgerFact> pending = new ArrayList<>();

  /** A journal for one attempt, which started then. */
  public Journal(Ledger ledger, Claim claim, Instant startedAt, Possession possession) {
    this.ledger = ledger;
    this.claim = claim;
    this.startedAt = startedAt;
    this.possession = possession;
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
      long asked = possession.now();
      ledger.record(claim, pending);
      possession.provenAt(asked);
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
    long asked = possession.now();
    if (ledger.recordSending(claim, client, pending)) {
      possession.provenAt(asked);
      pending.clear();
      return true;
    }
    pending.remove(pending.size() - 1);
    return false;
  }

  /**
   * Makes the intent or the effect of a call that activates a SIM durable, with everything noted
   * before it.
   *
   * @return false, and only the earlier facts stay noted, if line or card belong to another order
   */
  public boolean writeActivating(LedgerFact sending) {
    pending.add(sending);
    long asked = possession.now();
    if (ledger.recordActivating(claim, pending)) {
      possession.provenAt(asked);
      pending.clear();
      return true;
    }
    pending.remove(pending.size() - 1);
    return false;
  }

  /**
   * Whether the ledger has just confirmed that the order is ours, so that something may be sent.
   */
  public boolean maySend() {
    return possession.isFresh();
  }

  /**
   * Makes sure, right before something is sent, that the order is still ours: a node that stood
   * still, however long, asks the ledger first.
   *
   * @throws dev.kaitsu.port.out.LostClaimException if it was taken over
   */
  public void confirm() {
    while (!possession.isFresh()) {
      long asked = possession.now();
      ledger.confirm(claim);
      possession.provenAt(asked);
    }
  }

  /** What is established by now, this attempt's facts included. */
  public CaseFile file() {
    write();
    return CaseFile.of(ledger.recall(claim.order()));
  }

  /** Takes back what was noted about a billing order that turns out to belong to another order. */
  public void disclaim() {
    pending.removeIf(
        fact ->
            fact instanceof LedgerFact.Billed
                || fact instanceof LedgerFact.DuplicatesFound
                || fact instanceof LedgerFact.AcceptSent
                || fact instanceof LedgerFact.Accepted);
  }
}
