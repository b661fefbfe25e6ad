package dev.kaitsu.domain;

import dev.kaitsu.domain.guard.Guards;
import dev.kaitsu.domain.guard.Verdict;
import dev.kaitsu.domain.ledger.CaseFile;
import dev.kaitsu.domain.ledger.Journal;
import dev.kaitsu.domain.ledger.Possession;
import dev.kaitsu.domain.setting.FulfillmentPorts;
import dev.kaitsu.domain.setting.FulfillmentSettings;
import dev.kaitsu.domain.setting.Time;
import dev.kaitsu.domain.step.Backoff;
import dev.kaitsu.domain.step.Fulfillment;
import dev.kaitsu.domain.step.Steps;
import dev.kaitsu.domain.step.WriteBacks;
import dev.kaitsu.model.Claim;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.Order;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.model.WorkOutcome.ComeBack;
import dev.kaitsu.model.WorkOutcome.Settled;
import dev.kaitsu.port.in.OrderWork;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.FulfillmentListener.Skip;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Looks at an order and decides what comes next: pay a debt to Salesforce, go on with an attempt,
 * start one, or leave the order alone. Every start and every restart after a crash comes through
 * here; what was done before is read from the ledger.
 */
public final class FulfillmentOrchestrator implements OrderWork {
  /** Parking may die as well: after so many times the limit, nothing is tried any more. */
  private static final int GIVING_UP_TOO = 2;

  private final FulfillmentPorts ports;
  private final FulfillmentSettings settings;
  private final Time time;
  private final WriteBacks writeBacks;
  private final AttemptRunner attempts;
  private final LostOrderSearch lostOrders;
  private final LostSimSearch lostSims;
  private final DyingOrder dyingOrder;
  private final HeldStart heldStart;

  /**
   * Wires the procedure.
   *
   * @param beside runs the calls that are made side by side; one thread a worker is enough
   */
  @Inject
  public FulfillmentOrchestrator(
      FulfillmentPorts ports, FulfillmentSettings settings, Time time, Executor beside) {
    this.ports = ports;
    this.settings = settings;
    this.time = time;
    this.writeBacks = new WriteBacks(ports.orders(), ports.listener(), time);
    this.attempts =
        new AttemptRunner(
            Steps.standard(ports, writeBacks, settings, time, beside),
            writeBacks,
            new LineVerification(ports.billing(), ports.listener()),
            ports.listener(),
            time);
    this.lostOrders = new LostOrderSearch(ports, settings, time);
    this.lostSims = new LostSimSearch(ports, settings, time);
    this.dyingOrder = new DyingOrder(ports.listener());
    this.heldStart = new HeldStart(ports.holds(), time);
  }

  @Override
  public WorkOutcome work(Claim claim) {
    var file = CaseFile.of(ports.ledger().recall(claim.order()));
    if (claim.unfinished() >= GIVING_UP_TOO * settings.takeoverLimit()) {
      return ended(claim, dyingOrder.setAside(file, journal(claim, file)));
    }
    if (file.owed().isPresent()) {
      var later = writeBacks.sendOwed(file.owed().get(), journal(claim, file));
      if (later.isPresent()) {
        return ended(claim, later.get());
      }
      file = CaseFile.of(ports.ledger().recall(claim.order()));
    }
    return ended(claim, look(claim, file));
  }

  private WorkOutcome look(Claim claim, CaseFile file) {
    long readAt = time.nanos();
    Optional<Order> found;
    try {
      found = ports.orders().find(claim.order());
    } catch (ExternalCallException unread) {
      return new ComeBack(
          time.now().plus(Backoff.after(claim.deferrals(), unread.halt().code())),
          "the order cannot be read from Salesforce: " + unread.halt().code());
    }
    if (found.isEmpty()) {
      return leaveAlone(
          claim, file, Skip.NOT_FOUND, "Salesforce has no such order, or does not show it to us");
    }
    var order = found.get();
    var verdict = Guards.check(order, time.now());
    if (verdict instanceof Verdict.LeaveAlone objection) {
      return leaveAlone(claim, file, objection.kind(), objection.reason());
    }
    if (verdict instanceof Verdict.Wait early) {
      return new ComeBack(early.until(), early.reason());
    }
    if (file.parkedFor().filter(order.modifiedAt()::equals).isPresent()) {
      return leaveAlone(
          claim,
          file,
          Skip.PARKED,
          "Salesforce refused its result, and the order has not been changed since");
    }
    if (file.open().isEmpty()) {
      var held = heldStart.of(claim);
      if (held.isPresent()) {
        return held.get();
      }
    }
    return carry(claim, Fulfillment.of(file, order, readAt));
  }

  private Journal journal(Claim claim, CaseFile file) {
    var startedAt = file.open().map(CaseFile.OpenAttempt::startedAt).orElseGet(time::now);
    return new Journal(
        ports.ledger(), claim, startedAt, new Possession(time, settings.takeoverAfter()));
  }

  private WorkOutcome carry(Claim claim, Fulfillment fulfillment) {
    var file = fulfillment.file();
    var open = file.open();
    var journal = journal(claim, file);
    int number = open.map(CaseFile.OpenAttempt::number).orElse(file.attempts() + 1);
    if (open.isEmpty()) {
      journal.note(new LedgerFact.AttemptStarted(number, fulfillment.order().modifiedAt()));
    }
    ports.listener().attemptStarted(claim, number, open.isPresent());
    return claim.unfinished() < settings.takeoverLimit()
        ? attempts.run(fulfillment, journal)
        : attempts.giveUp(fulfillment, journal);
  }

  private WorkOutcome leaveAlone(Claim claim, CaseFile file, Skip kind, String reason) {
    if (file.open().isPresent()) {
      return attempts.withdraw(file, file.billed(), reason, journal(claim, file));
    }
    if (file.searchingBilling()) {
      return lostOrders.look(file, journal(claim, file));
    }
    if (file.sim().searching()) {
      return lostSims.look(file, journal(claim, file));
    }
    var skipped = new LedgerFact.Skipped(reason);
    if (!file.lastWas(skipped)) {
      journal(claim, file).write(skipped);
    }
    ports.listener().skipped(claim, kind, reason);
    return new Settled();
  }

  private WorkOutcome ended(Claim claim, WorkOutcome outcome) {
    ports.listener().workEnded(claim, outcome);
    return outcome;
  }
}
