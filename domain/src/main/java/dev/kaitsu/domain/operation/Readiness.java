package dev.kaitsu.domain.operation;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.operation.InvoiceId;
import java.util.Optional;

/** What is found right before a call is made. */
sealed interface Readiness {
  /**
   * The call may be made.
   *
   * @param newest for an invoice, the client's newest one
   */
  record Ready(Optional<InvoiceId> newest) implements Readiness {}

  /** Its effect is in place already; for an invoice, that is its number. */
  record Superfluous(Optional<InvoiceId> invoice) implements Readiness {}

  /** It must not be made: the operation fails. */
  record Hopeless(FailureCode code, String reason) implements Readiness {}

  /** Only a person can say whether it may be made. */
  record Doubtful(FailureCode code, String reason) implements Readiness {}
}
