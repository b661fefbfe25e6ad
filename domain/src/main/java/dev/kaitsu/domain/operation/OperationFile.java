package dev.kaitsu.domain.operation;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.operation.InvoiceId;
import dev.kaitsu.model.operation.Operation;
import dev.kaitsu.model.operation.OperationCall;
import dev.kaitsu.model.operation.OperationFact;
import dev.kaitsu.model.operation.OperationHistory;
import dev.kaitsu.model.operation.OperationState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where an operation stands, as it follows from its history and from nothing else.
 *
 * @param effective the calls whose effect is in place
 * @param tried the calls that were sent at least once
 * @param unanswered the call whose effect is unknown
 * @param invoice what it is paid with
 * @param newestBefore the client's newest invoice before the first call for one
 * @param countedAt when a call was sent that counts for the gap and may have had its effect
 * @param networkSentAt when a change of the network was sent that may have had its effect
 * @param lockedUntil until when the SIM operator was found to reject everything for the line
 * @param triesAt when the call that provably had no effect is made again
 * @param failures how often in a row a call provably had no effect
 * @param stop what parked it, or why it failed
 * @param repeatable the call that a person may have made again: one that was settled as not done,
 *     or a payment that was refused
 */
record OperationFile(
    OperationHistory history,
    OperationState state,
    Set<OperationCall> effective,
    Set<OperationCall> tried,
    Optional<Unanswered> unanswered,
    Optional<InvoiceId> invoice,
    Optional<InvoiceId> newestBefore,
    Optional<Instant> countedAt,
    Optional<Instant> networkSentAt,
    Optional<Instant> lockedUntil,
    Optional<Instant> triesAt,
    int failures,
    Optional<Stop> stop,
    Optional<OperationCall> repeatable) {
  OperationFile {
    effective = Set.copyOf(effective);
    tried = Set.copyOf(tried);
  }

  /** What stopped it; {@code call} is empty where no call did. */
  record Stop(Optional<OperationCall> call, FailureCode code, String reason) {}

  static OperationFile of(OperationHistory history) {
    var reading = new OperationReading();
    history.entries().forEach(entry -> reading.read(entry.at(), entry.fact()));
    return reading.result(history);
  }

  Operation operation() {
    return history.operation();
  }

  /** The first call whose effect is not in place; empty if all are. */
  Optional<OperationCall> next() {
    return operation().kind().calls().stream()
        .filter(each -> !effective.contains(each))
        .findFirst();
  }

  /** Whether an invoice was made that nobody was charged for. */
  boolean hasUnpaidInvoice() {
    return OperationReading.hasUnpaidInvoice(effective);
  }

  /** Whether nothing of it can have cost anybody anything, so that it may be taken back. */
  boolean mayBeCancelled() {
    return state == OperationState.WAITING
        || (state == OperationState.RUNNING && unanswered.isEmpty() && hasUnpaidInvoice());
  }

  /** Whether this call would be the last. */
  boolean endsWith(OperationCall call) {
    var calls = operation().kind().calls();
    return call == calls.get(calls.size() - 1);
  }

  /** Where it will stand with these facts. */
  OperationState stateWith(List<OperationFact> facts) {
    var reading = new OperationReading();
    history.entries().forEach(entry -> reading.read(entry.at(), entry.fact()));
    facts.forEach(fact -> reading.read(Instant.EPOCH, fact));
    return reading.result(history).state();
  }
}
