package dev.kaitsu.adapter.whmcs;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * Keeps us from knocking again and again after WHMCS refused our login: repeated failures can get
 * our address banned. After a pause one call tries for all.
 */
final class AccessCircuit {
  private final long pauseNanos;
  private final LongSupplier nanoTime;
  private final AtomicReference<Optional<Open>> state = new AtomicReference<>(Optional.empty());

  AccessCircuit(Duration pause, LongSupplier nanoTime) {
    this.pauseNanos = pause.toNanos();
    this.nanoTime = nanoTime;
  }

  /** The refusal to answer with instead of calling; empty if the call may go. */
  Optional<Answer.Denied> refusal() {
    var seen = state.get();
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    long now = nanoTime.getAsLong();
    var open = seen.get();
    boolean mayTry =
        now - open.since >= pauseNanos
            && state.compareAndSet(seen, Optional.of(new Open(open.why, now)));
    return mayTry ? Optional.empty() : Optional.of(open.why);
  }

  void failedLogin(Answer.Denied why) {
    state.set(Optional.of(new Open(why, nanoTime.getAsLong())));
  }

  void letIn() {
    if (state.get().isPresent()) {
      state.set(Optional.empty());
    }
  }

  private record Open(Answer.Denied why, long since) {}
}
