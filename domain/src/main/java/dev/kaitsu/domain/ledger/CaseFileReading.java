package dev.kaitsu.domain.ledger;

import dev.kaitsu.domain.ledger.CaseFile.OpenAttempt;
import dev.kaitsu.model.BilledOrder;
import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.LedgerEntry;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.WriteBack;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads a history fact by fact; the one place that knows what each fact changes. */
final class CaseFileReading {
  private final Instant now;
  private int attempts;
  private Optional<OpenAttempt> open = Optional.empty();
  private Optional<OwedWriteBack> owed = Optional.empty();
  private Optional<BillingClientId> client = Optional.empty();
  private Optional<BilledOrder> billed = Optional.empty();
  private boolean acceptSent;
  private boolean accepted;
  private Optional<Instant> acceptedAt = Optional.empty();
  private Optional<LedgerFact.Outcome> lastOutcome = Optional.empty();
  private Optional<Doubt> doubt = Optional.empty();
  private Optional<BillingClientId> clientBefore = Optional.empty();
  private Optional<Doubt> doubtBefore = Optional.empty();
  private Optional<Instant> parkedFor = Optional.empty();
  private Optional<String> lastSkip = Optional.empty();
  private Optional<WriteBack> writeBack = Optional.empty();
  private final Set<String> finished = new HashSet<>();
  private final Set<BillingOrderId> disowned = new HashSet<>();

  private final SimFileReading sim = new SimFileReading();

  CaseFileReading(Instant now) {
    this.now = now;
  }

  CaseFile result() {
    return new CaseFile(
        now,
        attempts,
        open,
        finished,
        owed,
        client,
        billed,
        acceptSent,
        accepted,
        acceptedAt,
        lastOutcome,
        doubt,
        disowned,
        parkedFor,
        sim.result(),
        lastSkip);
  }

  void read(LedgerEntry entry) {
    var fact = entry.fact();
    lastSkip = Optional.empty();
    sim.read(entry);
    if (fact instanceof LedgerFact.AttemptStarted started) {
      attempts = started.attempt();
      open = Optional.of(new OpenAttempt(started.attempt(), entry.at()));
      lastOutcome = Optional.empty();
    } else if (fact instanceof LedgerFact.StepFinished step) {
      finished.add(step.step());
    } else if (fact instanceof LedgerFact.CreationSent sent) {
      clientBefore = client;
      doubtBefore = doubt;
      client = Optional.of(sent.client());
      doubt = Optional.of(new Doubt(entry.at(), sent.highWater(), false));
    } else if (fact instanceof LedgerFact.CreationRefused) {
      client = clientBefore; // this call left nothing behind; an earlier one still may have
      doubt = doubtBefore;
    } else if (fact instanceof LedgerFact.Billed known) {
      billed = Optional.of(new BilledOrder(known.id(), known.services()));
      doubt = Optional.empty();
    } else if (fact instanceof LedgerFact.LostOrderFound || fact instanceof LedgerFact.LookClosed) {
      doubt = doubt.map(open -> new Doubt(open.sentAt(), open.highWater(), true));
    } else if (fact instanceof LedgerFact.Disowned statement) {
      disowned.addAll(statement.orders());
    } else if (fact instanceof LedgerFact.AcceptSent) {
      acceptSent = true;
    } else if (fact instanceof LedgerFact.Accepted) {
      accepted = true;
      acceptedAt = Optional.of(entry.at());
    } else if (fact instanceof LedgerFact.WriteBackOwed owing) {
      writeBack = Optional.of(owing.writeBack());
    } else if (fact instanceof LedgerFact.WriteBackSent first) {
      owed = writeBack.map(result -> new OwedWriteBack(result, first.orderModifiedAt()));
    } else if (fact instanceof LedgerFact.WriteBackDelivered
        || fact instanceof LedgerFact.WriteBackDropped) {
      owed = Optional.empty();
      parkedFor = Optional.empty(); // Salesforce was told otherwise, or has moved on
    } else if (fact instanceof LedgerFact.WriteBackParked) {
      parkedFor = owed.map(OwedWriteBack::orderModifiedAt);
      owed = Optional.empty();
    } else if (fact instanceof LedgerFact.AttemptEnded ended) {
      lastOutcome = Optional.of(ended.outcome());
      open = Optional.empty();
      finished.clear();
    } else if (fact instanceof LedgerFact.Skipped skipped) {
      lastSkip = Optional.of(skipped.reason());
    }
  }
}
