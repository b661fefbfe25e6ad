package dev.kaitsu.domain;

import dev.kaitsu.domain.ledger.Journal;
import dev.kaitsu.domain.setting.Time;
import dev.kaitsu.domain.step.Fulfillment;
import dev.kaitsu.domain.step.FulfillmentStep;
import dev.kaitsu.domain.step.StepOutcome;
import dev.kaitsu.domain.step.StepOutcome.Completed;
import dev.kaitsu.domain.step.StepOutcome.Halted;
import dev.kaitsu.domain.step.StepOutcome.Waiting;
import dev.kaitsu.domain.step.StepOutcome.Withdrawn;
import dev.kaitsu.domain.step.WriteBacks;
import dev.kaitsu.model.BilledOrder;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.LedgerFact.HaltKind;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.model.WorkOutcome.ComeBack;
import dev.kaitsu.model.WorkOutcome.Settled;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.FulfillmentListener;
import dev.kaitsu.port.out.LostClaimException;
import dev.kaitsu.port.out.StoreException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Takes one attempt through the steps, and turns every way a step can end into one outcome. */
final class AttemptRunner {
  private final List<FulfillmentStep> steps;
  private final WriteBacks writeBacks;
  private final LineVerification verification;
  private final FulfillmentListener listener;
  private final Time time;

  AttemptRunner(
      List<FulfillmentStep> steps,
      WriteBacks writeBacks,
      LineVerification verification,
      FulfillmentListener listener,
      Time time) {
    this.steps = steps;
    this.writeBacks = writeBacks;
    this.verification = verification;
    this.listener = listener;
    this.time = time;
  }

  WorkOutcome run(Fulfillment start, Journal journal) {
    var fulfillment = start;
    for (FulfillmentStep step : steps) {
      long begun = time.nanos();
      var outcome = attempt(step, fulfillment, journal);
      if (outcome instanceof Completed completed) {
        fulfillment = completed.fulfillment();
        var took = Duration.ofNanos(time.nanos() - begun);
        journal.note(new LedgerFact.StepFinished(step.name(), took));
        listener.stepFinished(journal.claim(), step.name(), took);
      } else if (outcome instanceof Halted halted) {
        return fail(step, halted.why(), fulfillment, journal);
      } else if (outcome instanceof Waiting waiting) {
        journal.write();
        return new ComeBack(waiting.until(), waiting.why());
      } else {
        withdraw(fulfillment.billed(), ((Withdrawn) outcome).reason(), journal);
        return new Settled();
      }
    }
    verification.verify(journal.claim(), fulfillment);
    return new Settled();
  }

  /** Ends the attempt of an order that is no longer approved, and says what exists already. */
  void withdraw(Optional<BilledOrder> billed, String reason, Journal journal) {
    var exists =
        billed
            .map(order -> "; WHMCS order %s exists already".formatted(order.id()))
            .orElse("; nothing was billed");
    journal.write(new LedgerFact.AttemptEnded(LedgerFact.Outcome.WITHDRAWN, reason + exists));
    listener.attemptEnded(
        journal.claim(),
        LedgerFact.Outcome.WITHDRAWN,
        reason + exists,
        Duration.between(journal.startedAt(), time.now()));
  }

  private StepOutcome attempt(FulfillmentStep step, Fulfillment fulfillment, Journal journal) {
    try {
      return step.run(fulfillment, journal);
    } catch (StoreException | LostClaimException ours) {
      throw ours;
    } catch (ExternalCallException failure) {
      if (Thread.currentThread().isInterrupted()) {
        throw failure; // this node is stopping: the call was cut short here, nothing failed there
      }
      return new Halted(failure.halt());
    } catch (RuntimeException defect) {
      listener.defect(journal.claim(), step.name(), defect);
      return new Halted(
          new Halt.Uncertain(
              FailureCode.INTERNAL_ERROR,
              "a defect in step %s; see the log".formatted(step.name())));
    }
  }

  private WorkOutcome fail(
      FulfillmentStep step, Halt why, Fulfillment fulfillment, Journal journal) {
    listener.halted(journal.claim(), step.name(), why);
    journal.note(new LedgerFact.Halted(step.name(), kindOf(why), why.code(), why.reason()));
    var failed = new WriteBack.Failed(fulfillment.order().id(), why.code(), why.reason());
    return writeBacks
        .sendFirst(failed, journal)
        .<WorkOutcome>map(later -> later)
        .orElseGet(() -> afterFailure(why));
  }

  /**
   * An uncertain failure is looked into once more at once, which starts the search for its order.
   */
  private WorkOutcome afterFailure(Halt why) {
    return why instanceof Halt.Uncertain
        ? new ComeBack(time.now(), "looking for what the failed call may have left")
        : new Settled();
  }

  private static HaltKind kindOf(Halt why) {
    if (why instanceof Halt.Refused) {
      return HaltKind.REFUSED;
    }
    return why instanceof Halt.Failed ? HaltKind.FAILED : HaltKind.UNCERTAIN;
  }
}
