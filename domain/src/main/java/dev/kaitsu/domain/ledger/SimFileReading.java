package dev.kaitsu.domain.ledger;

import dev.kaitsu.model.LedgerEntry;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.sim.SimCall;
import dev.kaitsu.model.sim.SimIdentity;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reads what a history says about the order's SIM, fact by fact. */
final class SimFileReading {
  private final Set<SimCall> done = EnumSet.noneOf(SimCall.class);
  private Optional<SimIdentity> sim = Optional.empty();
  private Optional<SimIdentity> simBefore = Optional.empty();
  private Optional<Instant> lastDoneAt = Optional.empty();
  private Optional<SimDoubt> doubt = Optional.empty();
  private Optional<SimDoubt> doubtBefore = Optional.empty();
  private Optional<SimIdentity> attested = Optional.empty();
  private boolean assigned;
  private boolean labelled;

  SimFile result() {
    return new SimFile(sim, done, lastDoneAt, doubt, attested, assigned, labelled);
  }

  void read(LedgerEntry entry) {
    var fact = entry.fact();
    if (fact instanceof LedgerFact.SimCallSent sent) {
      simBefore = sim;
      doubtBefore = doubt;
      sim = Optional.of(sent.sim());
      doubt =
          Optional.of(new SimDoubt(sent.call(), entry.at(), sent.proof(), sent.before(), false));
    } else if (fact instanceof LedgerFact.SimCallRefused) {
      sim = simBefore; // this call left nothing behind; an earlier one still may have
      doubt = doubtBefore;
    } else if (fact instanceof LedgerFact.SimCallDone finished) {
      sim = Optional.of(finished.sim());
      done.add(finished.call());
      lastDoneAt = Optional.of(entry.at());
      doubt = Optional.empty();
    } else if (fact instanceof LedgerFact.LostSimCallFound
        || fact instanceof LedgerFact.SimLookClosed) {
      doubt =
          doubt.map(
              open -> new SimDoubt(open.call(), open.sentAt(), open.proof(), open.before(), true));
    } else if (fact instanceof LedgerFact.SimAttested statement) {
      attest(statement, entry.at());
    } else if (fact instanceof LedgerFact.SimAssigned
        || fact instanceof LedgerFact.SimAssignmentRefused) {
      assigned = true;
    } else if (fact instanceof LedgerFact.ServicesLabelled
        || fact instanceof LedgerFact.ServicesUnlabelled) {
      labelled = true;
    }
  }

  /** A person's word settles the call in doubt; without one it is about the whole SIM. */
  private void attest(LedgerFact.SimAttested statement, Instant at) {
    doubt = Optional.empty();
    if (statement.live() && statement.about().isPresent()) {
      done.add(statement.about().get());
      lastDoneAt = Optional.of(at);
    } else if (statement.live()) {
      attested = statement.sim().or(() -> sim);
    } else if (statement.lineFree()) {
      done.clear();
      sim = Optional.empty();
      lastDoneAt = Optional.empty();
      attested = Optional.empty();
      assigned = false;
      labelled = false;
    }
  }
}
