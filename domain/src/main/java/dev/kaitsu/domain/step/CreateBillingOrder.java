package dev.kaitsu.domain.step;

import dev.kaitsu.domain.ledger.Journal;
import dev.kaitsu.domain.setting.FulfillmentPorts;
import dev.kaitsu.domain.setting.FulfillmentSettings;
import dev.kaitsu.domain.setting.Time;
import dev.kaitsu.domain.step.CreationDecision.Adopt;
import dev.kaitsu.domain.step.CreationDecision.Create;
import dev.kaitsu.domain.step.CreationDecision.LookAgain;
import dev.kaitsu.domain.step.CreationDecision.Unmarked;
import dev.kaitsu.domain.step.StepOutcome.Completed;
import dev.kaitsu.domain.step.StepOutcome.Halted;
import dev.kaitsu.domain.step.StepOutcome.Waiting;
import dev.kaitsu.model.BilledOrder;
import dev.kaitsu.model.BillingLook;
import dev.kaitsu.model.BillingOrderStatus;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.Order;
import dev.kaitsu.port.out.Billing;
import dev.kaitsu.port.out.FulfillmentListener;
import dev.kaitsu.port.out.Ledger;
import java.util.List;

/** Bills the order once: what an earlier attempt left behind is taken over, never made again. */
final class CreateBillingOrder implements FulfillmentStep {
  private final Billing billing;
  private final Ledger ledger;
  private final FulfillmentListener listener;
  private final FulfillmentSettings settings;
  private final Time time;
  private final ReadAgain readAgain;
  private final SingleCall singleCall;
  private final ClientGate gate = new ClientGate();

  CreateBillingOrder(
      FulfillmentPorts ports, FulfillmentSettings settings, Time time, ReadAgain readAgain) {
    this.billing = ports.billing();
    this.ledger = ports.ledger();
    this.listener = ports.listener();
    this.settings = settings;
    this.time = time;
    this.readAgain = readAgain;
    this.singleCall = new SingleCall(billing);
  }

  @Override
  public String name() {
    return "whmcs_create";
  }

  @Override
  public StepOutcome run(Fulfillment fulfillment, Journal journal) {
    if (fulfillment.billed().isPresent()) {
      return new Completed(fulfillment);
    }
    var order = fulfillment.order().id();
    var decision =
        CreationDecision.of(
            fulfillment.look().orElseThrow(),
            fulfillment.file().doubt(),
            fulfillment.file().now(),
            settings.lookWindow(),
            newer -> NotOurs.among(newer, order, fulfillment.file(), ledger));
    if (decision instanceof Adopt adopt) {
      return adopt(adopt, fulfillment, journal);
    }
    if (decision instanceof LookAgain later) {
      return new Waiting(
          LookSchedule.next(
              fulfillment.file(),
              fulfillment.file().doubt().orElseThrow().sentAt(),
              later.windowEnd(),
              time.now()),
          "an earlier AddOrder went unanswered; looking for its order until " + later.windowEnd());
    }
    if (decision instanceof Unmarked unmarked) {
      return new Halted(
          new Halt.Refused(
              FailureCode.BILLING_ORDER_UNMARKED,
              "after an unanswered AddOrder, WHMCS shows order %s without our marker; say whose it is, see kaitsu disown"
                  .formatted(unmarked.orders())));
    }
    return create((Create) decision, fulfillment, journal);
  }

  private StepOutcome create(Create decision, Fulfillment fulfillment, Journal journal) {
    var turn = gate.of(fulfillment.client().orElseThrow());
    try {
      turn.lockInterruptibly();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return new Waiting(time.now(), "the node that worked on it was stopped");
    }
    try {
      var fresh = readAgain.ifStale(fulfillment);
      if (!(fresh instanceof Completed ready)) {
        return fresh;
      }
      return asksForTheSame(fulfillment.order(), ready.fulfillment().order())
          ? send(decision, ready.fulfillment(), journal)
          : new Waiting(time.now(), "the order was changed on its way; it is mapped anew");
    } finally {
      turn.unlock();
    }
  }

  private static boolean asksForTheSame(Order mapped, Order now) {
    return mapped.lines().equals(now.lines()) && mapped.account().equals(now.account());
  }

  private StepOutcome send(Create decision, Fulfillment fulfillment, Journal journal) {
    var draft = fulfillment.draft().orElseThrow();
    var answer = singleCall.send(draft, decision.highWater(), journal);
    if (answer instanceof SingleCall.Answer.Created created) {
      return new Completed(fulfillment.billedAs(created.billed(), false));
    }
    if (answer instanceof SingleCall.Answer.NotSent notSent) {
      return new Waiting(time.now().plus(notSent.pause()), notSent.why());
    }
    var halted = (SingleCall.Answer.Stopped) answer;
    return halted.why() instanceof Halt.Uncertain uncertain
        ? lookOnce(uncertain, fulfillment, journal)
        : new Halted(halted.why());
  }

  /** The answer is lost: one look at once, since the order is most often simply there. */
  private StepOutcome lookOnce(Halt.Uncertain why, Fulfillment fulfillment, Journal journal) {
    var draft = fulfillment.draft().orElseThrow();
    Outcome<BillingLook> look = Outcome.of(() -> billing.look(draft.client(), draft.order()));
    if (!look.failed() && !look.value().marked().isEmpty()) {
      return adopt(Adopt.of(look.value().marked()), fulfillment, journal);
    }
    journal.write(new LedgerFact.CreationUnanswered(why.code(), why.reason()));
    return new Halted(
        new Halt.Uncertain(
            why.code(),
            "WHMCS did not answer AddOrder (%s); its order is being looked for, retry later"
                .formatted(why.reason())));
  }

  private StepOutcome adopt(Adopt decision, Fulfillment fulfillment, Journal journal) {
    var kept = decision.kept();
    boolean accepted = kept.status() == BillingOrderStatus.ACTIVE;
    journal.note(new LedgerFact.Billed(kept.id(), List.of(), true));
    if (accepted) {
      journal.note(new LedgerFact.Accepted());
    }
    if (!decision.others().isEmpty()) {
      journal.note(new LedgerFact.DuplicatesFound(decision.others()));
      listener.duplicatesFound(journal.claim(), kept.id(), decision.others());
    }
    journal.write();
    if (kept.status() == BillingOrderStatus.CANCELLED) {
      return new Halted(
          new Halt.Refused(
              FailureCode.BILLING_ORDER_CANCELLED,
              "WHMCS order %s belongs to this order and is cancelled".formatted(kept.id())));
    }
    if (kept.status() == BillingOrderStatus.FRAUD) {
      return new Halted(
          new Halt.Refused(
              FailureCode.BILLING_ORDER_FRAUD,
              "WHMCS order %s belongs to this order and is marked as fraud".formatted(kept.id())));
    }
    return new Completed(fulfillment.billedAs(new BilledOrder(kept.id(), List.of()), accepted));
  }
}
