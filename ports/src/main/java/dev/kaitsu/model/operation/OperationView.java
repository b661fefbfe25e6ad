package dev.kaitsu.model.operation;

import dev.kaitsu.model.FailureCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An operation as people and scripts see it.
 *
 * @param mayRunAt while it waits: not before then
 * @param invoice what it is paid with
 * @param code why it failed or is parked
 * @param reason the same in a sentence, without personal data
 * @param remedy what a person can do
 */
public record OperationView(
    Operation operation,
    OperationState state,
    Optional<Instant> mayRunAt,
    Optional<InvoiceId> invoice,
    Optional<FailureCode> code,
    Optional<String> reason,
    Optional<String> remedy,
    List<OperationEntry> history) {
  public OperationView {
    history = List.copyOf(history);
  }
}
