package dev.kaitsu.testkit;

import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.Claim;
import dev.kaitsu.model.Hint;
import dev.kaitsu.model.HintSource;
import dev.kaitsu.model.LedgerEntry;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.OrderProgress;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.port.out.LostClaimException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An order's row: its hints, its newest claim, its job and its facts. Guarded by the store. */
final class StoredOrder {
  private final OrderId id;
  private final List<LedgerEntry> history = new ArrayList<>();
  private Hint newestHint;
  private long hintSeq;
  private long lookedSeq;
  private long epoch;
  private int deferrals;
  private int unfinished;
  private boolean setAside;
  private boolean open;
  private boolean searching;
  private boolean working;
  private Optional<Instant> due = Optional.empty();
  private Optional<String> waitingFor = Optional.empty();

  StoredOrder(Hint firstHint) {
    this.id = firstHint.order();
    this.newestHint = firstHint;
  }

  /** Whether nobody works on it, no job waits for it, and a sweep may bring it back. */
  boolean isIdle() {
    return !working && due.isEmpty() && !setAside;
  }

  /** Whether something is left to do and nobody will do it. */
  boolean isStranded() {
    return isIdle() && (hintSeq > lookedSeq || open || searching);
  }

  void hint(Hint hint, Instant now) {
    newestHint = hint;
    hintSeq++;
    setAside &= hint.source() == HintSource.SWEEP;
    if (!working && due.filter(time -> time.isBefore(now)).isEmpty()) {
      due = Optional.of(now);
    }
  }

  /** Another look follows at once, although nobody asked for it. */
  void lookAgain(Instant now) {
    hintSeq++;
    if (!working) {
      due = Optional.of(now);
    }
  }

  Claim claim() {
    epoch++;
    working = true;
    due = Optional.empty();
    waitingFor = Optional.empty();
    unfinished++;
    return new Claim(id, epoch, hintSeq, newestHint.correlation(), deferrals, unfinished - 1);
  }

  void complete(Claim claim, WorkOutcome outcome, Instant now) {
    check(claim);
    working = false;
    lookedSeq = claim.hintSeq();
    setAside = outcome instanceof WorkOutcome.SetAside;
    if (outcome instanceof WorkOutcome.ComeBack comeBack) {
      deferrals++;
      unfinished--;
      due = Optional.of(comeBack.at());
      waitingFor = Optional.of(comeBack.why());
    } else {
      deferrals = 0;
      unfinished = 0;
    }
    if (hintSeq > claim.hintSeq()) {
      due = Optional.of(now);
    }
  }

  /** The job of this claim ended without an outcome; unless taken over, it is begun anew then. */
  void takeOver(Claim claim, Instant at) {
    if (isNewest(claim)) {
      working = false;
      due = Optional.of(at);
    }
  }

  /** As {@link #takeOver}, but the order is not to blame. */
  void giveBack(Claim claim, Instant at) {
    if (isNewest(claim)) {
      unfinished--;
    }
    takeOver(claim, at);
  }

  void record(Claim claim, List<LedgerFact> facts, Instant now) {
    check(claim);
    if (facts.stream().anyMatch(LedgerFact::advances)) {
      unfinished = 1;
    }
    add(facts, now);
  }

  void state(LedgerFact statement, Instant now) {
    add(List.of(statement), now);
  }

  private void add(List<? extends LedgerFact> facts, Instant now) {
    facts.forEach(fact -> history.add(new LedgerEntry(history.size() + 1L, epoch, now, fact)));
    facts.forEach(this::note);
  }

  private void note(LedgerFact fact) {
    if (fact instanceof LedgerFact.AttemptStarted || fact instanceof LedgerFact.AttemptEnded) {
      open = fact instanceof LedgerFact.AttemptStarted;
    } else if (fact instanceof LedgerFact.CreationSent) {
      searching = true;
    } else if (fact instanceof LedgerFact.Billed
        || fact instanceof LedgerFact.CreationRefused
        || fact instanceof LedgerFact.LookClosed
        || fact instanceof LedgerFact.LostOrderFound) {
      searching = false;
    }
  }

  boolean isNewest(Claim claim) {
    return claim.epoch() == epoch;
  }

  void check(Claim claim) {
    if (!isNewest(claim)) {
      throw new LostClaimException(id);
    }
  }

  boolean isLinkedTo(BillingOrderId billed) {
    return history.stream().anyMatch(entry -> links(entry.fact(), billed));
  }

  Optional<Instant> due() {
    return due;
  }

  List<LedgerEntry> history() {
    return List.copyOf(history);
  }

  OrderProgress progress() {
    return new OrderProgress(id, working, due, waitingFor, history);
  }

  private static boolean links(LedgerFact fact, BillingOrderId billed) {
    if (fact instanceof LedgerFact.Billed known) {
      return known.id().equals(billed);
    }
    if (fact instanceof LedgerFact.LostOrderFound found) {
      return found.id().equals(billed);
    }
    return fact instanceof LedgerFact.DuplicatesFound duplicates
        && duplicates.others().contains(billed);
  }
}
