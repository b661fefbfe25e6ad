package dev.kaitsu.wiring;

import dev.kaitsu.model.Claim;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.port.in.OrderWork;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * Knows whether this node works on all the orders that it can: then they come faster than they go.
 * It stays so for a moment, since orders that share calls also end together.
 */
final class Workload {
  /** With fewer workers there is no company worth waiting for. */
  private static final int FEWEST = 4;

  /** Long enough to bridge the dips of a burst, too short to keep itself going on a steady day. */
  private static final Duration A_MOMENT = Duration.ofMillis(100);

  private final AtomicInteger atWork = new AtomicInteger();
  private final int crowd;
  private final LongSupplier nanos;
  private volatile OptionalLong lastCrowd = OptionalLong.empty();

  Workload(int workers, LongSupplier nanos) {
    this.crowd = Math.max(FEWEST, workers);
    this.nanos = nanos;
  }

  /** The same work, counted. */
  OrderWork counting(OrderWork work) {
    return claim -> counted(work, claim);
  }

  private WorkOutcome counted(OrderWork work, Claim claim) {
    if (atWork.incrementAndGet() >= crowd) {
      lastCrowd = OptionalLong.of(nanos.getAsLong());
    }
    try {
      return work.work(claim);
    } finally {
      atWork.decrementAndGet();
    }
  }

  /** Whether so many orders are worked on that more of them wait for their turn. */
  boolean isCrowded() {
    var last = lastCrowd;
    return last.isPresent() && nanos.getAsLong() - last.getAsLong() < A_MOMENT.toNanos();
  }
}
