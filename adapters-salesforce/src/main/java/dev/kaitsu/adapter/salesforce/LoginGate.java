package dev.kaitsu.adapter.salesforce;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.port.out.ExternalCallException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Keeps logins apart. A login that fails is answered from memory for a while, and sessions that are
 * refused as soon as they are given do not lead to login after login: Salesforce locks out users
 * that try too often. Guarded by its owner's lock.
 */
final class LoginGate {
  /** After a refusal only a person can help, so nothing is lost by waiting. */
  private static final Duration AFTER_REFUSAL = Duration.ofSeconds(30);

  /** An outage may end at any moment. */
  private static final Duration AFTER_OUTAGE = Duration.ofSeconds(2);

  private static final int MOST_LOGINS = 3;
  private static final Duration WITHIN = Duration.ofSeconds(30);

  private final Deque<Instant> logins = new ArrayDeque<>();
  private Optional<Halt> lastFailure = Optional.empty();
  private Instant closedUntil = Instant.MIN;

  /**
   * Lets a login through.
   *
   * @throws ExternalCallException the failure of the last login, while the gate is closed
   */
  void pass(Instant now) {
    if (lastFailure.isPresent() && now.isBefore(closedUntil)) {
      throw ExternalCallException.unavailable(lastFailure.get().code(), lastFailure.get().reason());
    }
    while (!logins.isEmpty() && !logins.getFirst().isAfter(now.minus(WITHIN))) {
      logins.removeFirst();
    }
    if (logins.size() >= MOST_LOGINS) {
      throw ExternalCallException.unavailable(
          FailureCode.SALESFORCE_REFUSED,
          "Salesforce keeps refusing sessions that it has just given: check the API Enabled"
              + " permission of the integration user and that sessions are not locked to an IP"
              + " address");
    }
  }

  void succeeded(Instant now) {
    logins.addLast(now);
    lastFailure = Optional.empty();
  }

  void failed(Halt why, Instant now) {
    boolean refused = why.code() == FailureCode.SALESFORCE_REFUSED;
    lastFailure = Optional.of(why);
    closedUntil = now.plus(refused ? AFTER_REFUSAL : AFTER_OUTAGE);
  }
}
