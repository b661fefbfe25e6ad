package dev.kaitsu.domain;

import dev.kaitsu.domain.ledger.CaseFile;
import dev.kaitsu.domain.ledger.Doubt;
import dev.kaitsu.domain.ledger.Journal;
import dev.kaitsu.domain.setting.FulfillmentPorts;
import dev.kaitsu.domain.setting.FulfillmentSettings;
import dev.kaitsu.domain.setting.Time;
import dev.kaitsu.domain.step.Backoff;
import dev.kaitsu.domain.step.LookSchedule;
import dev.kaitsu.domain.step.NotOurs;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.SeenOrder;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.model.WorkOutcome.ComeBack;
import dev.kaitsu.model.WorkOutcome.Settled;
import dev.kaitsu.port.out.ExternalCallException;

/**
 * After an attempt failed on an unanswered creating call: keeps looking for what the call made
 * until the look window closes. It only reports; the operator's retry adopts.
 */
final class LostOrderSearch {
  private final FulfillmentPorts ports;
  private final FulfillmentSettings settings;
  private final Time time;

  LostOrderSearch(FulfillmentPorts ports, FulfillmentSettings settings, Time time) {
    this.ports = ports;
    this.settings = settings;
    this.time = time;
  }

  /** Looks once, for an order whose file is still searching. */
  WorkOutcome look(CaseFile file, Journal journal) {
    var claim = journal.claim();
    Doubt doubt = file.doubt().orElseThrow();
    try {
      var look = ports.billing().look(file.client().orElseThrow(), claim.order());
      if (!look.marked().isEmpty()) {
        var found = look.marked().get(0).id();
        journal.write(new LedgerFact.LostOrderFound(found));
        ports.listener().lostOrderFound(claim, found);
        return new Settled();
      }
      var windowEnd = doubt.windowEnd(settings.lookWindow());
      if (file.now().isBefore(windowEnd)) {
        return new ComeBack(
            LookSchedule.next(file, doubt.sentAt(), windowEnd, time.now()),
            "looking for the order of an unanswered AddOrder until " + windowEnd);
      }
      var newer = look.newerThan(doubt.highWater()).stream().map(SeenOrder::id).toList();
      var others = NotOurs.among(newer, claim.order(), file, ports.ledger());
      journal.write(
          new LedgerFact.LookClosed(newer.stream().filter(id -> !others.contains(id)).toList()));
      return new Settled();
    } catch (ExternalCallException unseen) {
      return new ComeBack(
          time.now().plus(Backoff.after(claim.deferrals())),
          "WHMCS cannot be looked at: " + unseen.halt().code());
    }
  }
}
