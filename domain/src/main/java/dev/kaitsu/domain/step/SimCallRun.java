package dev.kaitsu.domain.step;

import dev.kaitsu.domain.ledger.Journal;
import dev.kaitsu.domain.ledger.SimDoubt;
import dev.kaitsu.domain.setting.FulfillmentPorts;
import dev.kaitsu.domain.setting.FulfillmentSettings;
import dev.kaitsu.domain.setting.SimPorts;
import dev.kaitsu.domain.setting.Time;
import dev.kaitsu.domain.step.StepOutcome.Completed;
import dev.kaitsu.domain.step.StepOutcome.Halted;
import dev.kaitsu.domain.step.StepOutcome.Waiting;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.sim.LineDetail;
import dev.kaitsu.model.sim.LineStanding;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.model.sim.SimCall;
import dev.kaitsu.model.sim.SimRequest;
import dev.kaitsu.model.sim.VoiceOptions;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.FulfillmentListener;
import dev.kaitsu.port.out.SimCards;
import dev.kaitsu.port.out.SimOrders;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Takes one call that activates a SIM from the look before it to its recorded effect. */
final class SimCallRun {
  private final SimCards cards;
  private final SimOrders simOrders;
  private final FulfillmentListener listener;
  private final Duration lookWindow;
  private final Time time;
  private final ReadAgain readAgain;
  private final SingleSimCall singleCall;

  SimCallRun(
      FulfillmentPorts ports,
      SimPorts sims,
      FulfillmentSettings settings,
      Time time,
      ReadAgain readAgain) {
    this.cards = sims.cards();
    this.simOrders = sims.orders();
    this.listener = ports.listener();
    this.lookWindow = settings.simLookWindow();
    this.time = time;
    this.readAgain = readAgain;
    this.singleCall = new SingleSimCall(cards);
  }

  /** Completed once the call took effect. */
  StepOutcome run(SimCall call, Fulfillment fulfillment, Journal journal) {
    Optional<LineDetail> seen;
    try {
      seen = cards.find(fulfillment.sim().request().orElseThrow().line());
    } catch (ExternalCallException unseen) {
      if (stillBeingSetUp(call, unseen.halt(), fulfillment)) {
        return waitsForTheLine(call, journal);
      }
      throw unseen;
    }
    return run(call, seen, fulfillment, journal);
  }

  private StepOutcome run(
      SimCall call, Optional<LineDetail> seen, Fulfillment fulfillment, Journal journal) {
    var request = fulfillment.sim().request().orElseThrow();
    var file = fulfillment.file().sim();
    var doubt = file.doubt().filter(open -> open.call() == call);
    boolean attested = file.attested().filter(request.identity()::equals).isPresent();
    var decision =
        doubt
            .map(
                open ->
                    SimCallDecision.afterLostAnswer(
                        open, seen, fulfillment.file().now(), lookWindow))
            .orElseGet(() -> SimCallDecision.first(call, seen, attested));
    if (decision instanceof SimCallDecision.Adopt) {
      return adopt(call, fulfillment, journal);
    }
    if (decision instanceof SimCallDecision.LookAgain later) {
      return new Waiting(
          LookSchedule.next(
              fulfillment.file(),
              file.doubt().orElseThrow().sentAt(),
              later.windowEnd(),
              time.now()),
          "an earlier %s went unanswered; looking for its line until %s"
              .formatted(call, later.windowEnd()));
    }
    if (decision instanceof SimCallDecision.Unclear) {
      return halted(
          FailureCode.SIM_ACTIVATION_UNCLEAR,
          "%s went unanswered, and Freebit does not show whether it took effect; ask Freebit, see kaitsu attest"
              .formatted(call));
    }
    if (decision instanceof SimCallDecision.InUse) {
      return halted(
          FailureCode.SIM_LINE_IN_USE,
          "line %s is in service already, and not by us; correct the number, or see kaitsu attest"
              .formatted(request.line()));
    }
    var send = (SimCallDecision.Send) decision;
    var proof = doubt.map(SimDoubt::proof).orElseGet(() -> proof(call, request, seen));
    return freshly(new Sending(call, send.before(), proof), fulfillment, journal);
  }

  /** Options that were on before tell nothing of the call. */
  private static VoiceOptions proof(SimCall call, SimRequest request, Optional<LineDetail> seen) {
    if (call != SimCall.VOICE_REGISTRATION) {
      return request.voice();
    }
    return new VoiceOptions(
        request.voice().voiceMail() && !seen.flatMap(LineDetail::voiceMail).orElse(false),
        request.voice().callWaiting() && !seen.flatMap(LineDetail::callWaiting).orElse(false));
  }

  /** A call about to be sent, and how its line looked before. */
  private record Sending(SimCall call, LineStanding before, VoiceOptions proof) {}

  private StepOutcome freshly(Sending sending, Fulfillment fulfillment, Journal journal) {
    var outcome = readAgain.ifStale(fulfillment);
    if (!(outcome instanceof Completed ready)) {
      return outcome;
    }
    var fresh = ready.fulfillment();
    if (fresh.readAt() != fulfillment.readAt()
        && !simOrders.details(fresh.order().id()).equals(fresh.sim().details())) {
      return new Waiting(time.now(), "the order's SIM was changed on its way; it is mapped anew");
    }
    return send(sending, fresh, journal);
  }

  private StepOutcome send(Sending sending, Fulfillment fulfillment, Journal journal) {
    var call = sending.call();
    var request = fulfillment.sim().request().orElseThrow();
    boolean lineFree =
        fulfillment.file().sim().sim().isEmpty() && request.kind().calls().get(0) == call;
    var sent =
        new LedgerFact.SimCallSent(call, request.identity(), sending.proof(), sending.before());
    var answer = singleCall.send(request, sent, lineFree, journal);
    if (answer instanceof SingleSimCall.Answer.Accepted) {
      listener.simCallDone(journal.claim(), call, false);
      return new Completed(fulfillment);
    }
    if (answer instanceof SingleSimCall.Answer.NotSent) {
      return new Waiting(
          time.now().plus(Backoff.after(journal.claim().deferrals())),
          "this node stood still before " + call);
    }
    if (answer instanceof SingleSimCall.Answer.Linked) {
      return halted(
          FailureCode.SIM_LINE_IN_USE,
          "line %s belongs to another order of ours; correct the number".formatted(request.line()));
    }
    var why = ((SingleSimCall.Answer.Stopped) answer).why();
    if (why instanceof Halt.Uncertain uncertain) {
      return lookOnce(sent, uncertain, fulfillment, journal);
    }
    return stillBeingSetUp(call, why, fulfillment)
        ? waitsForTheLine(call, journal)
        : new Halted(why);
  }

  private Waiting waitsForTheLine(SimCall call, Journal journal) {
    return new Waiting(
        time.now().plus(Backoff.after(journal.claim().deferrals())),
        "Freebit does not show the new line yet; %s waits for it".formatted(call));
  }

  /** An accepted registration takes minutes to apply; until then the operator knows no line. */
  private boolean stillBeingSetUp(SimCall call, Halt why, Fulfillment fulfillment) {
    boolean notYet =
        why.code() == FailureCode.SIM_ACCOUNT_ABSENT || why.code() == FailureCode.SIM_LINE_LOCKED;
    if (call != SimCall.VOICE_REGISTRATION || !notYet) {
      return false;
    }
    Optional<Instant> registered = fulfillment.file().sim().lastDoneAt();
    return registered.isEmpty() // it was registered only just now
        || fulfillment.file().now().isBefore(registered.get().plus(lookWindow));
  }

  /** The answer is lost: one look at once, since some calls apply at once. */
  private StepOutcome lookOnce(
      LedgerFact.SimCallSent sent, Halt.Uncertain why, Fulfillment fulfillment, Journal journal) {
    var call = sent.call();
    Outcome<Optional<LineDetail>> look = Outcome.of(() -> cards.find(sent.sim().line()));
    if (!look.failed()) {
      var doubt = new SimDoubt(call, time.now(), sent.proof(), sent.before(), false);
      var seen = SimCallDecision.afterLostAnswer(doubt, look.value(), time.now(), lookWindow);
      if (seen instanceof SimCallDecision.Adopt) {
        return adopt(call, fulfillment, journal);
      }
    }
    journal.write(new LedgerFact.SimCallUnanswered(call, why.code(), why.reason()));
    return new Halted(
        new Halt.Uncertain(
            why.code(),
            "Freebit did not answer %s (%s); its line is being looked for, retry later"
                .formatted(call, why.reason())));
  }

  private StepOutcome adopt(SimCall call, Fulfillment fulfillment, Journal journal) {
    var sim = fulfillment.sim().request().orElseThrow().identity();
    if (!journal.writeActivating(new LedgerFact.SimCallDone(call, sim, true))) {
      return linked(sim.line());
    }
    listener.simCallDone(journal.claim(), call, true);
    return new Completed(fulfillment);
  }

  private static Halted linked(PhoneNumber line) {
    return halted(
        FailureCode.SIM_LINE_IN_USE,
        "line %s, or its SIM card, belongs to another order of ours; correct the order"
            .formatted(line));
  }

  private static Halted halted(FailureCode code, String reason) {
    return new Halted(new Halt.Refused(code, reason));
  }
}
