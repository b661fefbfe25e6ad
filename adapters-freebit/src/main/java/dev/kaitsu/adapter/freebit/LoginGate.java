package dev.kaitsu.adapter.freebit;

import dev.kaitsu.model.Halt;
import dev.kaitsu.port.out.ExternalCallException;
import java.time.Duration;
import java.util.Optional;

/** Keeps us from knocking again and again after Freebit refused our credential. */
final class LoginGate {
  private static final long PAUSE = Duration.ofSeconds(30).toNanos();

  private Optional<Halt> refusal = Optional.empty();
  private long since;

  /**
   * @throws ExternalCallException the refusal of a moment ago, answered from memory
   */
  synchronized void pass() {
    if (refusal.isPresent() && System.nanoTime() - since < PAUSE) {
      throw ExternalCallException.refused(refusal.get().code(), refusal.get().reason());
    }
  }

  synchronized void open() {
    refusal = Optional.empty();
  }

  synchronized void closed(ExternalCallException failed) {
    refusal = Optional.of(failed.halt()).filter(halt -> halt instanceof Halt.Refused);
    since = System.nanoTime();
  }
}
