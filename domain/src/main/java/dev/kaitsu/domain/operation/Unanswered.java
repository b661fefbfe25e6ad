package dev.kaitsu.domain.operation;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.operation.OperationCall;
import java.time.Instant;
import java.util.Optional;

/**
 * A call that was sent and of which no answer is recorded: it may have had its effect.
 *
 * @param code what became of the answer, where somebody lived to record it
 */
record Unanswered(OperationCall call, Instant sentAt, Optional<FailureCode> code) {
  Unanswered because(FailureCode why) {
    return new Unanswered(call, sentAt, Optional.of(why));
  }
}
