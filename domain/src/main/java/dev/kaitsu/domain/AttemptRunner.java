package dev.kaitsu.domain;

import dev.kaitsu.domain.ledger.CaseFile;
import dev.kaitsu.domain.ledger.Journal;
import dev.kaitsu.domain.ledger.SimFile;
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
import dev.kaitsu.port.out.LinkedElsewhereException;
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
    try {
      return carry(start, journal);
    } catch (LinkedElsewhereException another) {
      journal.disclaim();
      var unclear =
          new Halt.Uncertain(
              FailureCode.BILLING_ORDER_UNCLEAR, String.valueOf(another.getMessage()));
      return fail("whmcs_create", unclear, start, journal);
    }
  }

  /** Ends the attempt of an order on which work has died too often. */
  WorkOutcome giveUp(Fulfillment start, Journal journal) {
    var next =
        steps.stream()
            .map(FulfillmentStep::name)
            .filter(name -> !start.file().finished().contains(name))
            .findFirst()
            .orElseThrow(); // the last step ends the attempt, so it is never recorded as finished
    var reason =
        "work on this order died %d times in a row before %s was recorded; see the logs of its nodes"
            .formatted(journal.claim().unfinished(), next);
    return fail(next, new Halt.Uncertain(FailureCode.TAKEOVER_LIMIT, reason), start, journal);
  }

  private WorkOutcome carry(Fulfillment start, Journal journal) {
    var fulfillment = start;
    for (FulfillmentStep step : steps) {
      long begun = time.nanos();
      var outcome = attempt(step, fulfillment, journal);
      if (outcome instanceof Completed completed) {
        fulfillment = completed.fulfillment();
        var took = Duration.ofNanos(time.nanos() - begun);
        if (!start.file().finished().contains(step.name())) {
          journal.note(new LedgerFact.StepFinished(step.name(), took));
        }
        listener.stepFinished(journal.claim(), step.name(), took);
      } else if (outcome instanceof Halted halted) {
        return Thread.currentThread().isInterrupted()
            ? handOver(journal)
            : fail(step.name(), halted.why(), fulfillment, journal);
      } else if (outcome instanceof Waiting waiting) {
        journal.write();
        return new ComeBack(waiting.until(), waiting.why());
      } else {
        return withdraw(
            fulfillment.file(), fulfillment.billed(), ((Withdrawn) outcome).reason(), journal);
      }
    }
    verification.verify(journal.claim(), fulfillment);
    return new Settled();
  }

  /** Ends the attempt of an order that is no longer approved, and says what exists already. */
  WorkOutcome withdraw(
      CaseFile file, Optional<BilledOrder> billed, String reason, Journal journal) {
    var exists =
        billed
                .map(order -> "; WHMCS order %s exists already".formatted(order.id()))
                .orElse(
                    file.doubt().isPresent()
                        ? "; an AddOrder went unanswered, WHMCS may show its order"
                        : "; nothing was billed")
            + ofSim(journal.file().sim());
    journal.write(new LedgerFact.AttemptEnded(LedgerFact.Outcome.WITHDRAWN, reason + exists));
    listener.attemptEnded(
        journal.claim(),
        LedgerFact.Outcome.WITHDRAWN,
        reason + exists,
        Duration.between(journal.startedAt(), time.now()));
    return afterwards(file.searching());
  }

  /** A line that is active, or may be, must not be forgotten with the order. */
  private static String ofSim(SimFile sim) {
    if (sim.isLive()) {
      return ", its SIM is active";
    }
    var doubt = sim.doubt().map(open -> ", %s may have taken effect".formatted(open.call()));
    return (sim.done().isEmpty() ? "" : ", %s took effect".formatted(sim.done()))
        + doubt.orElse("");
  }

  /** This node is stopping: its calls were cut short, nothing failed on the other side. */
  private WorkOutcome handOver(Journal journal) {
    journal.write();
    return new ComeBack(time.now(), "the node that worked on it was stopped");
  }

  private StepOutcome attempt(FulfillmentStep step, Fulfillment fulfillment, Journal journal) {
    try {
      return step.run(fulfillment, journal);
    } catch (StoreException | LostClaimException | LinkedElsewhereException ours) {
      throw ours;
    } catch (ExternalCallException failure) {
      return new Halted(failure.halt());
    } catch (RuntimeException defect) {
      listener.defect(journal.claim(), step.name(), defect);
      return new Halted(
          new Halt.Uncertain(
              FailureCode.INTERNAL_ERROR,
              "a defect in step %s; see the log".formatted(step.name())));
    }
  }

  private WorkOutcome fail(String step, Halt why, Fulfillment fulfillment, Journal journal) {
    listener.halted(journal.claim(), step, why);
    journal.note(new LedgerFact.Halted(step, kindOf(why), why.code(), why.reason()));
    var failed = new WriteBack.Failed(fulfillment.order().id(), why.code(), why.reason());
    return writeBacks
        .sendFirst(failed, fulfillment.order().modifiedAt(), journal)
        .<WorkOutcome>map(later -> later)
        .orElseGet(
            () -> afterwards(why instanceof Halt.Uncertain || fulfillment.file().searching()));
  }

  /** Where something may have been left behind, another look at once starts the search for it. */
  private WorkOutcome afterwards(boolean mayHaveLeftSomething) {
    return mayHaveLeftSomething
        ? new ComeBack(time.now(), "looking for what an unanswered call may have left")
        : new Settled();
  }

  private static HaltKind kindOf(Halt why) {
    if (why instanceof Halt.Refused) {
      return HaltKind.REFUSED;
    }
    return why instanceof Halt.Failed ? HaltKind.FAILED : HaltKind.UNCERTAIN;
  }
}
