package dev.kaitsu.wiring;

import dev.kaitsu.model.Claim;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.port.in.OrderWork;
import java.util.concurrent.atomic.AtomicInteger;

/** Knows how many orders this node works on, and whether that is nearly all it can. */
final class Workload {
  /** With fewer workers there is no company worth waiting for. */
  private static final int FEWEST = 4;

  private final AtomicInteger atWork = new AtomicInteger();
  private final int crowd;

  Workload(int workers) {
    this.crowd = Math.max(FEWEST, workers * 3 / 4);
  }

  /** The same work, counted. */
  OrderWork counting(OrderWork work) {
    return claim -> counted(work, claim);
  }

  private WorkOutcome counted(OrderWork work, Claim claim) {
    atWork.incrementAndGet();
    try {
      return work.work(claim);
    } finally {
      atWork.decrementAndGet();
    }
  }

  /** Whether so many orders are worked on that others wait for their turn. */
  boolean isCrowded() {
    return atWork.get() >= crowd;
  }
}
