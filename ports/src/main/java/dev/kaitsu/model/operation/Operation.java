package dev.kaitsu.model.operation;

import dev.kaitsu.model.sim.PhoneNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * An operation that was taken on.
 *
 * @param by who asked for it
 * @param key by which the caller knows it again
 * @param requestedAt by the store's clock
 * @param notBefore the earliest time at which it may begin, by the store's clock
 */
public record Operation(
    OperationId id,
    PhoneNumber line,
    LineOperation what,
    String by,
    Optional<String> key,
    Instant requestedAt,
    Instant notBefore) {
  public OperationKind kind() {
    return what.kind();
  }

  /** Whether another request asks for just this. */
  public boolean isFor(PhoneNumber otherLine, LineOperation other) {
    return line.equals(otherLine) && what.equals(other);
  }
}
