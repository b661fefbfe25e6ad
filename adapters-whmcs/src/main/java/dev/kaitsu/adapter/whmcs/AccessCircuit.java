package dev.kaitsu.adapter.whmcs;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Keeps us from knocking again and again after WHMCS refused our login: repeated failures can get
 * our address banned. After a pause one call tries for all.
 */
final class AccessCircuit {
  private final long pauseNanos;
  private final LongSupplier nanoTime;
  private Optional<Answer.Denied> why = Optional.empty();
  private long since;

  AccessCircuit(Duration pause, LongSupplier nanoTime) {
    this.pauseNanos = pause.toNanos();
    this.nanoTime = nanoTime;
  }

  /** The refusal to answer with instead of calling; empty if the call may go. */
  synchronized Optional<Answer.Denied> refusal() {
    long now = nanoTime.getAsLong();
    if (why.isPresent() && now - since >= pauseNanos) {
      since = now; // the others wait for what this one brings
      return Optional.empty();
    }
    return why;
  }

  synchronized void failedLogin(Answer.Denied denied) {
    why = Optional.of(denied);
    since = nanoTime.getAsLong();
  }

  synchronized void letIn() {
    why = Optional.empty();
  }
}
