package dev.kaitsu.domain;

import dev.kaitsu.domain.ledger.CaseFile;
import dev.kaitsu.domain.ledger.Journal;
import dev.kaitsu.domain.setting.FulfillmentPorts;
import dev.kaitsu.domain.setting.FulfillmentSettings;
import dev.kaitsu.domain.setting.SimPorts;
import dev.kaitsu.domain.setting.Time;
import dev.kaitsu.domain.step.Backoff;
import dev.kaitsu.domain.step.LookSchedule;
import dev.kaitsu.domain.step.SimCallDecision;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.model.WorkOutcome.ComeBack;
import dev.kaitsu.model.WorkOutcome.Settled;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.Optional;

/**
 * After an attempt failed on an unanswered call that activates a SIM: keeps looking for its effect
 * until the look window closes. It only reports; the operator's retry goes on from there.
 */
final class LostSimSearch {
  private final FulfillmentPorts ports;
  private final FulfillmentSettings settings;
  private final Time time;

  LostSimSearch(FulfillmentPorts ports, FulfillmentSettings settings, Time time) {
    this.ports = ports;
    this.settings = settings;
    this.time = time;
  }

  /** Looks once, for an order whose file is still searching. */
  WorkOutcome look(CaseFile file, Journal journal) {
    var doubt = file.sim().doubt().orElseThrow();
    Optional<SimPorts> sims = ports.sims();
    if (sims.isEmpty()) {
      journal.write(new LedgerFact.SimLookClosed(doubt.call())); // nobody left to ask
      return new Settled();
    }
    try {
      var seen = sims.get().cards().find(file.sim().sim().orElseThrow().line());
      var decision =
          SimCallDecision.afterLostAnswer(doubt, seen, file.now(), settings.simLookWindow());
      if (decision instanceof SimCallDecision.Adopt) {
        journal.write(new LedgerFact.LostSimCallFound(doubt.call()));
        ports.listener().lostSimCallFound(journal.claim(), doubt.call());
        return new Settled();
      }
      if (decision instanceof SimCallDecision.LookAgain later) {
        return new ComeBack(
            LookSchedule.next(file, doubt.sentAt(), later.windowEnd(), time.now()),
            "looking for the line of an unanswered %s until %s"
                .formatted(doubt.call(), later.windowEnd()));
      }
      journal.write(new LedgerFact.SimLookClosed(doubt.call()));
      return new Settled();
    } catch (ExternalCallException unseen) {
      if (file.now().isAfter(doubt.windowEnd(settings.simLookWindow().multipliedBy(2)))) {
        journal.write(new LedgerFact.SimLookClosed(doubt.call())); // a retry looks again
        return new Settled();
      }
      return new ComeBack(
          time.now().plus(Backoff.after(journal.claim().deferrals())),
          "Freebit cannot be looked at: " + unseen.halt().code());
    }
  }
}
