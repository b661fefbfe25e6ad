package dev.kaitsu.model.operation;

import dev.kaitsu.model.sim.PhoneNumber;
import java.util.Optional;

/**
 * Somebody asks for an operation.
 *
 * @param by who asks, for the record
 * @param key under which the same request may be sent again without being done again
 * @param whenBusy what to do if it cannot run at its time
 */
public record OperationRequest(
    PhoneNumber line, LineOperation what, String by, Optional<String> key, WhenBusy whenBusy) {
  private static final int LONGEST_KEY = 200;

  /** What becomes of a request that comes too early. */
  public enum WhenBusy {
    /** It waits, and runs as soon as it may. */
    QUEUE,
    /** It is refused, with the time at which it may run. */
    REFUSE
  }

  /**
   * Checks the parts that come from outside.
   *
   * @throws IllegalArgumentException if the asker is unnamed, or the key is blank or too long
   */
  public OperationRequest {
    if (by.isBlank()) {
      throw new IllegalArgumentException("an operation needs the name of who asks for it");
    }
    key.ifPresent(
        text -> {
          if (text.isBlank() || text.length() > LONGEST_KEY) {
            throw new IllegalArgumentException(
                "an idempotency key has 1 to %d characters, not all of them blank"
                    .formatted(LONGEST_KEY));
          }
        });
  }
}
