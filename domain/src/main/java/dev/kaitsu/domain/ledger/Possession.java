package dev.kaitsu.domain.ledger;

import dev.kaitsu.domain.setting.Time;
import java.time.Duration;

/**
 * How long ago the ledger last confirmed that an order is this node's, by the monotonic clock: a
 * node that stood still since then may have been taken over without knowing it. Used by one thread.
 */
public final class Possession {
  private final Time time;
  private final long patience;
  private boolean proven;
  private long lastProof;

  /**
   * Not yet proven.
   *
   * @param takeoverAfter after how long without a sign of life another node takes over; a proof is
   *     good for half of it
   */
  public Possession(Time time, Duration takeoverAfter) {
    this.time = time;
    this.patience = takeoverAfter.toNanos() / 2;
  }

  /** Whether the last proof is young enough to send something that changes the world. */
  public boolean isFresh() {
    return proven && time.nanos() - lastProof <= patience;
  }

  /** The time at which the ledger is asked, for {@link #provenAt}. */
  public long now() {
    return time.nanos();
  }

  /** The ledger has confirmed it. The proof is as old as the question, not as the answer. */
  public void provenAt(long asked) {
    proven = true;
    lastProof = asked;
  }
}
