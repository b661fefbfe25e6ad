package dev.kaitsu.domain.ledger;

import dev.kaitsu.model.BilledOrder;
import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.LedgerEntry;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OrderHistory;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Where an order stands, as it follows from its history and from nothing else.
 *
 * @param now the ledger's clock when the history was read
 * @param attempts how many attempts were started so far
 * @param open the attempt that has not ended
 * @param finished the steps that this attempt has finished at least once
 * @param owed the write-back that is not settled
 * @param client whom the order was billed to, or may have been
 * @param billed the billing order that belongs to this order
 * @param acceptSent whether its acceptance was asked for before
 * @param accepted whether that order is known to be accepted
 * @param acceptedAt when that was recorded
 * @param lastOutcome how the last attempt ended, if none is open
 * @param doubt a creating call whose effect is unknown
 * @param disowned billing orders of which a person said that they are not this order's
 * @param parkedFor the state of the Salesforce record in which a write-back was given up
 * @param sim where the order's SIM stands
 * @param lastSkip why the order was left alone, if that is the last that happened
 */
public record CaseFile(
    Instant now,
    int attempts,
    Optional<OpenAttempt> open,
    Set<String> finished,
    Optional<OwedWriteBack> owed,
    Optional<BillingClientId> client,
    Optional<BilledOrder> billed,
    boolean acceptSent,
    boolean accepted,
    Optional<Instant> acceptedAt,
    Optional<LedgerFact.Outcome> lastOutcome,
    Optional<Doubt> doubt,
    Set<BillingOrderId> disowned,
    Optional<Instant> parkedFor,
    SimFile sim,
    Optional<String> lastSkip) {

  public CaseFile {
    finished = Set.copyOf(finished);
    disowned = Set.copyOf(disowned);
  }

  /** An attempt that was started and has not ended. */
  public record OpenAttempt(int number, Instant startedAt) {}

  public static CaseFile of(OrderHistory history) {
    var reading = new CaseFileReading(history.now());
    for (LedgerEntry entry : history.entries()) {
      reading.read(entry);
    }
    return reading.result();
  }

  /** Whether the effect of an unanswered call is still being looked for. */
  public boolean searching() {
    return searchingBilling() || sim.searching();
  }

  /** Whether what is being looked for is a billing order. */
  public boolean searchingBilling() {
    return doubt.filter(open -> !open.lookedOut()).isPresent();
  }

  /** Whether a fact of this kind would only repeat what the file says last. */
  public boolean lastWas(LedgerFact.Skipped skipped) {
    return lastSkip.filter(skipped.reason()::equals).isPresent();
  }
}
