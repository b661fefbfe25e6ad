package dev.kaitsu.domain;

import dev.kaitsu.domain.ledger.CaseFile;
import dev.kaitsu.domain.setting.FulfillmentPorts;
import dev.kaitsu.domain.setting.Time;
import dev.kaitsu.domain.sim.SimMapping;
import dev.kaitsu.domain.sim.SimRefused;
import dev.kaitsu.model.LedgerEntry;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OrderHistory;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.sim.SimCall;
import dev.kaitsu.model.sim.SimIdentity;
import dev.kaitsu.port.in.FulfillmentDesk.Attestation;
import dev.kaitsu.port.in.FulfillmentDesk.Attestation.NotFound;
import dev.kaitsu.port.in.FulfillmentDesk.Attestation.Refused;
import dev.kaitsu.port.in.FulfillmentDesk.Attestation.Taken;
import java.util.Optional;

/**
 * Takes a person's word on an order's SIM: once after an attempt that failed, and only on what was
 * seen when it was judged, so that a repeat or a word that comes late changes nothing.
 */
final class SimAttestation {
  private final FulfillmentPorts ports;
  private final Time time;

  SimAttestation(FulfillmentPorts ports, Time time) {
    this.ports = ports;
    this.time = time;
  }

  Attestation take(OrderId id, boolean live, String by) {
    var progress = ports.ledger().progress(id);
    if (progress.isEmpty()) {
      return new NotFound();
    }
    var history = ports.ledger().recall(id);
    var file = CaseFile.of(history);
    var objection = objection(file, progress.get().working(), history);
    if (objection.isPresent()) {
      return new Refused(objection.get());
    }
    try {
      var statement = live ? live(id, file, by) : notLive(file, by);
      return ports.ledger().attest(id, statement, newest(history))
          ? new Taken()
          : new Refused("the order moved on meanwhile; look at it again");
    } catch (SimRefused wrong) {
      return new Refused("its SIM cannot be told: " + wrong.why().reason());
    }
  }

  private Optional<String> objection(CaseFile file, boolean working, OrderHistory history) {
    if (ports.sims().isEmpty()) {
      return Optional.of("SIM activation is not configured here");
    }
    if (working || file.open().isPresent()) {
      return Optional.of("its attempt is not over; wait for its end");
    }
    if (file.lastOutcome().isEmpty() || file.lastOutcome().get() == LedgerFact.Outcome.ACTIVATED) {
      return Optional.of("no attempt of it has failed, so there is nothing to state");
    }
    return attestedSince(history)
        ? Optional.of("its SIM was attested since the last attempt; retry the order first")
        : Optional.empty();
  }

  private static boolean attestedSince(OrderHistory history) {
    boolean attested = false;
    for (LedgerEntry entry : history.entries()) {
      if (entry.fact() instanceof LedgerFact.SimAttested) {
        attested = true;
      } else if (entry.fact() instanceof LedgerFact.AttemptStarted) {
        attested = false;
      }
    }
    return attested;
  }

  /** Of the call in doubt; else of the SIM that was begun, or that the order names now. */
  private LedgerFact.SimAttested live(OrderId id, CaseFile file, String by) throws SimRefused {
    var about = file.sim().doubt().map(open -> open.call());
    var sim =
        about.isPresent() || file.sim().sim().isPresent()
            ? Optional.<SimIdentity>empty()
            : named(id);
    return new LedgerFact.SimAttested(true, about, sim, false, by);
  }

  private Optional<SimIdentity> named(OrderId id) throws SimRefused {
    var details = ports.sims().orElseThrow().orders().details(id);
    return details.isEmpty()
        ? Optional.empty()
        : Optional.of(SimMapping.map(id, details.get(), time.now()).identity());
  }

  /** A voice registration that was not made leaves its line as active as it was. */
  private static LedgerFact.SimAttested notLive(CaseFile file, String by) {
    var about = file.sim().doubt().map(open -> open.call());
    boolean lineFree = about.filter(SimCall.VOICE_REGISTRATION::equals).isEmpty();
    return new LedgerFact.SimAttested(false, about, Optional.empty(), lineFree, by);
  }

  private static long newest(OrderHistory history) {
    var entries = history.entries();
    return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).seq();
  }
}
