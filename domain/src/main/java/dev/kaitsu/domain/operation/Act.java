package dev.kaitsu.domain.operation;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.operation.InvoiceId;
import dev.kaitsu.model.operation.OperationFact.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One call of an operation: how it is made, and how its effect is looked for. */
interface Act {
  /** Asks what must be known before the call; changes nothing anywhere. */
  Readiness readiness(OperationFile file, Instant now);

  /** Makes the call, once, its intent being durable; for an invoice, returns its number. */
  Optional<InvoiceId> send(OperationFile file, Sent sent, Instant now);

  /** Looks for the effect of a call whose answer was lost. */
  Sight look(OperationFile file, Unanswered lost, Instant now);

  /** How long after it was sent its effect may still appear. */
  Duration window();

  /** Whether seeing nothing after the window proves that nothing is there. */
  boolean provable();

  /** The code under which it is parked if only a person can say what became of it. */
  FailureCode unclear();

  /** The code under which a refusal is parked; empty if a refusal is the operation's end. */
  default Optional<FailureCode> parksRefusalAs() {
    return Optional.empty();
  }

  /** What an operator is told in addition to why the call was refused. */
  default String afterRefusal(OperationFile file) {
    return "";
  }
}
