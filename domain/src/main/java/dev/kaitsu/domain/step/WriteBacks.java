package dev.kaitsu.domain.step;

import dev.kaitsu.domain.ledger.Journal;
import dev.kaitsu.domain.ledger.OwedWriteBack;
import dev.kaitsu.domain.setting.Time;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.LedgerFact.AttemptEnded;
import dev.kaitsu.model.LedgerFact.Outcome;
import dev.kaitsu.model.WorkOutcome.ComeBack;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.FulfillmentListener;
import dev.kaitsu.port.out.Orders;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Tells Salesforce how an attempt ended. The debt is durable before the first send; it is paid once
 * Salesforce has taken it, or dropped where somebody has changed the order since.
 */
public final class WriteBacks {
  private static final Set<FailureCode> NEED_A_PERSON =
      EnumSet.of(
          FailureCode.BILLING_ORDER_UNMARKED,
          FailureCode.BILLING_ORDER_UNCLEAR,
          FailureCode.SIM_ACTIVATION_UNCLEAR,
          FailureCode.SIM_LINE_IN_USE,
          FailureCode.SIM_ORDER_CHANGED,
          FailureCode.SALESFORCE_RESULT_REFUSED,
          FailureCode.TAKEOVER_LIMIT);

  private final Orders orders;
  private final FulfillmentListener listener;
  private final Time time;

  public WriteBacks(Orders orders, FulfillmentListener listener, Time time) {
    this.orders = orders;
    this.listener = listener;
    this.time = time;
  }

  /**
   * Owes and sends.
   *
   * @param orderModifiedAt how the record stood when it was last read
   * @return empty once the attempt is closed, else when to come back.
   */
  public Optional<ComeBack> sendFirst(
      WriteBack writeBack, Instant orderModifiedAt, Journal journal) {
    journal.note(new LedgerFact.WriteBackOwed(writeBack));
    journal.write(new LedgerFact.WriteBackSent(orderModifiedAt));
    return send(new OwedWriteBack(writeBack, orderModifiedAt), journal);
  }

  /** Pays a debt of earlier: reads first, since an operator may have been faster. */
  public Optional<ComeBack> sendOwed(OwedWriteBack owed, Journal journal) {
    try {
      var found = orders.find(owed.writeBack().order());
      if (found.isEmpty()) {
        park("the order is no longer to be seen in Salesforce", journal);
        return Optional.empty();
      }
      var reading = WriteBackReading.of(owed, found.get());
      if (reading instanceof WriteBackReading.Drop drop) {
        journal.note(new LedgerFact.WriteBackDropped(drop.reason()));
        listener.writeBackDropped(journal.claim(), drop.reason());
        close(owed.writeBack(), journal);
        return Optional.empty();
      }
      if (reading instanceof WriteBackReading.Taken) {
        journal.note(new LedgerFact.WriteBackDelivered());
        close(owed.writeBack(), journal);
        return Optional.empty();
      }
      var current = ((WriteBackReading.Send) reading).writeBack();
      return send(new OwedWriteBack(current, owed.orderModifiedAt()), journal);
    } catch (ExternalCallException unread) {
      return postpone(unread.halt(), journal);
    }
  }

  private Optional<ComeBack> send(OwedWriteBack owed, Journal journal) {
    journal.confirm();
    try {
      orders.write(owed.writeBack());
    } catch (ExternalCallException failure) {
      return failure.halt() instanceof Halt.Refused refused
          ? refused(refused.reason(), owed, journal)
          : postpone(failure.halt(), journal);
    }
    journal.note(new LedgerFact.WriteBackDelivered());
    close(owed.writeBack(), journal);
    return Optional.empty();
  }

  /**
   * Salesforce does not take the result. That the order is live is then told as a failure with
   * Salesforce's own words, which asks less of the record; the bill stays known to the ledger.
   */
  private Optional<ComeBack> refused(String reason, OwedWriteBack owed, Journal journal) {
    if (!(owed.writeBack() instanceof WriteBack.Activated activated)) {
      park(reason, journal);
      return Optional.empty();
    }
    journal.note(new LedgerFact.WriteBackParked(reason));
    listener.writeBackParked(journal.claim(), reason);
    var instead =
        new OwedWriteBack(
            new WriteBack.Failed(
                activated.order(),
                FailureCode.SALESFORCE_RESULT_REFUSED,
                "WHMCS order %s is live, but Salesforce refuses the result: %s"
                    .formatted(activated.billedAs(), reason)),
            owed.orderModifiedAt());
    journal.note(new LedgerFact.WriteBackOwed(instead.writeBack()));
    journal.write(new LedgerFact.WriteBackSent(instead.orderModifiedAt()));
    return sendOwed(instead, journal); // reads first: part of the result may be in place
  }

  private Optional<ComeBack> postpone(Halt why, Journal journal) {
    listener.writeBackPostponed(journal.claim(), why);
    Duration wait = Backoff.after(journal.claim().deferrals(), why.code());
    return Optional.of(
        new ComeBack(time.now().plus(wait), "Salesforce has not taken the result: " + why.code()));
  }

  private void park(String reason, Journal journal) {
    journal.note(new LedgerFact.WriteBackParked(reason));
    listener.writeBackParked(journal.claim(), reason);
    end(Outcome.PARKED, "Salesforce refuses the result: " + reason, journal);
  }

  private void close(WriteBack writeBack, Journal journal) {
    if (writeBack instanceof WriteBack.Activated activated) {
      end(Outcome.ACTIVATED, "WHMCS order " + activated.billedAs(), journal);
    } else {
      var failed = (WriteBack.Failed) writeBack;
      var outcome = NEED_A_PERSON.contains(failed.code()) ? Outcome.PARKED : Outcome.FAILED;
      end(outcome, failed.code() + ": " + failed.message(), journal);
    }
  }

  private void end(Outcome outcome, String reason, Journal journal) {
    journal.write(new AttemptEnded(outcome, reason));
    listener.attemptEnded(
        journal.claim(), outcome, reason, Duration.between(journal.startedAt(), time.now()));
  }
}
