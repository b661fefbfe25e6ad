package dev.kaitsu.domain.operation;

import dev.kaitsu.domain.operation.OperationFile.Stop;
import dev.kaitsu.model.operation.InvoiceId;
import dev.kaitsu.model.operation.OperationCall;
import dev.kaitsu.model.operation.OperationFact;
import dev.kaitsu.model.operation.OperationHistory;
import dev.kaitsu.model.operation.OperationState;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reads a history fact by fact; the one place that knows what each fact changes. */
final class OperationReading {
  private final Set<OperationCall> effective = EnumSet.noneOf(OperationCall.class);
  private OperationState state = OperationState.WAITING;
  private Optional<Unanswered> unanswered = Optional.empty();
  private Optional<InvoiceId> invoice = Optional.empty();
  private final Set<OperationCall> tried = EnumSet.noneOf(OperationCall.class);
  private Optional<InvoiceId> newestBefore = Optional.empty();
  private Optional<Instant> countedAt = Optional.empty();
  private Optional<Instant> networkSentAt = Optional.empty();
  private Optional<Instant> lockedUntil = Optional.empty();
  private Optional<Instant> triesAt = Optional.empty();
  private int failures;
  private Optional<Stop> stop = Optional.empty();
  private Optional<OperationCall> repeatable = Optional.empty();

  OperationFile result(OperationHistory history) {
    return new OperationFile(
        history,
        state,
        effective,
        tried,
        unanswered,
        invoice,
        newestBefore,
        countedAt,
        networkSentAt,
        lockedUntil,
        triesAt,
        failures,
        stop,
        repeatable);
  }

  void read(Instant at, OperationFact fact) {
    if (fact instanceof OperationFact.Sent sent) {
      sent(at, sent);
    } else if (fact instanceof OperationFact.Effective done) {
      effective(done.call());
      invoice = done.invoice().or(() -> invoice);
    } else if (fact instanceof OperationFact.Ineffective none) {
      ineffective(none.call());
      triesAt = Optional.of(at.plus(Pauses.after(failures)));
      failures++;
    } else if (fact instanceof OperationFact.Locked locked) {
      ineffective(locked.call());
      lockedUntil = Optional.of(locked.until());
    } else if (fact instanceof OperationFact.Unanswered lost) {
      unanswered = unanswered.map(open -> open.because(lost.code()));
    } else if (fact instanceof OperationFact.Parked parked) {
      state = OperationState.PARKED;
      stop = Optional.of(new Stop(Optional.of(parked.call()), parked.code(), parked.reason()));
    } else if (fact instanceof OperationFact.Settled settled) {
      settled(settled);
    } else if (fact instanceof OperationFact.Retried) {
      goesOn();
    } else if (fact instanceof OperationFact.Cancelled) {
      state = OperationState.CANCELLED;
    } else if (fact instanceof OperationFact.Completed) {
      state = OperationState.DONE;
    } else if (fact instanceof OperationFact.Failed failed) {
      failed(failed);
    }
  }

  private void sent(Instant at, OperationFact.Sent sent) {
    state = OperationState.RUNNING;
    if (sent.call() == OperationCall.INVOICE && !tried.contains(OperationCall.INVOICE)) {
      newestBefore = sent.newest(); // whatever the first call left is newer than this
    }
    tried.add(sent.call());
    unanswered = Optional.of(new Unanswered(sent.call(), at, Optional.empty()));
    triesAt = Optional.empty();
    if (sent.call().countsForTheGap()) {
      countedAt = Optional.of(at);
    }
    if (sent.call() == OperationCall.NETWORK) {
      networkSentAt = Optional.of(at);
    }
  }

  private void effective(OperationCall call) {
    effective.add(call);
    state = OperationState.RUNNING;
    unanswered = Optional.empty();
    triesAt = Optional.empty();
    failures = 0;
  }

  /** Nothing is left of the call; and of the operation only what calls before it did. */
  private void ineffective(OperationCall call) {
    unanswered = Optional.empty();
    if (call.countsForTheGap()) {
      countedAt = Optional.empty();
      networkSentAt = Optional.empty();
    }
    state = effective.isEmpty() ? OperationState.WAITING : OperationState.RUNNING;
  }

  private void settled(OperationFact.Settled settled) {
    unanswered = Optional.empty();
    if (settled.done()) {
      effective(settled.call());
      stop = Optional.empty();
    } else {
      state = OperationState.FAILED;
      repeatable = Optional.of(settled.call());
    }
  }

  /** An invoice that was not charged may be paid later: then its data can still be asked for. */
  private void failed(OperationFact.Failed failed) {
    state = OperationState.FAILED;
    stop = Optional.of(new Stop(Optional.empty(), failed.code(), failed.reason()));
    if (hasUnpaidInvoice(effective)) {
      repeatable = Optional.of(OperationCall.CAPTURE);
    }
  }

  static boolean hasUnpaidInvoice(Set<OperationCall> effective) {
    return effective.contains(OperationCall.INVOICE) && !effective.contains(OperationCall.CAPTURE);
  }

  private void goesOn() {
    stop = Optional.empty();
    repeatable = Optional.empty();
    failures = 0;
    triesAt = Optional.empty();
    state = effective.isEmpty() ? OperationState.WAITING : OperationState.RUNNING;
  }
}
