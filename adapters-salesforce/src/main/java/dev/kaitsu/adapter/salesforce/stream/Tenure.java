package dev.kaitsu.adapter.salesforce.stream;

import dev.kaitsu.model.StreamLease;
import dev.kaitsu.port.out.StoreException;
import dev.kaitsu.port.out.StreamLeases;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node's turn to read a topic: a lease that a thread of its own keeps alive. The turn is over
 * when the lease is lost, or was not confirmed in time by the monotonic clock: from that moment
 * another node may read. Safe for use by many threads.
 */
final class Tenure implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Tenure.class);
  private static final int RENEWALS_PER_LIFE = 5;
  private static final int SHARE_KEPT_FREE = 10; // so the stream is gone when another one opens

  private final StreamLeases leases;
  private final StreamLease lease;
  private final ScheduledExecutorService watch;
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile long heldUntil;
  private volatile Future<?> deadline = CompletableFuture.completedFuture(null);
  private Runnable stop = () -> {};
  private String reason = "";

  private Tenure(
      StreamLeases leases, StreamLease lease, long takenAt, ScheduledExecutorService watch) {
    this.leases = leases;
    this.lease = lease;
    this.watch = watch;
    confirmed(takenAt);
  }

  /**
   * Begins to keep a lease.
   *
   * @param takenAt by {@link System#nanoTime()}, before it was asked for
   * @param watch ends the turn when its time is over, whatever else is stuck
   */
  static Tenure of(
      StreamLeases leases, StreamLease lease, long takenAt, ScheduledExecutorService watch) {
    var tenure = new Tenure(leases, lease, takenAt, watch);
    var keeper = new Thread(tenure::keep, "kaitsu-sf-lease " + lease.topic());
    keeper.setDaemon(true);
    keeper.start();
    tenure.endInTime();
    return tenure;
  }

  long term() {
    return lease.term();
  }

  boolean isOver() {
    return over.getCount() == 0 || heldUntil - System.nanoTime() <= 0;
  }

  /** Why the turn is over. */
  synchronized String reason() {
    return reason.isEmpty() ? "the lease was not confirmed in time" : reason;
  }

  /** Ends the turn; the lease stays until it is closed. */
  void end() {
    end("it was given up");
  }

  /** Runs this when the turn is over, in place of what was to run before; at once if it is. */
  void atEnd(Runnable action) {
    synchronized (this) {
      stop = action;
    }
    if (over.getCount() == 0) {
      action.run();
    }
  }

  /** Waits, but not beyond the end of the turn. */
  void pause(Duration duration) throws InterruptedException {
    boolean ended = over.await(duration.toNanos(), TimeUnit.NANOSECONDS);
    if (ended) {
      LOG.debug("The turn at channel {} ended in a pause", lease.topic());
    }
  }

  /** Ends the turn, and lets other nodes take theirs at once. */
  @Override
  public void close() {
    end();
    deadline.cancel(false);
    try {
      leases.release(lease);
    } catch (StoreException e) {
      LOG.debug("Others wait until the lease of channel {} runs out", lease.topic(), e);
    }
  }

  private void keep() {
    var step = leases.life().dividedBy(RENEWALS_PER_LIFE);
    try {
      while (!over.await(step.toNanos(), TimeUnit.NANOSECONDS)) {
        renew();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void renew() {
    long asked = System.nanoTime();
    try {
      if (leases.renew(lease)) {
        confirmed(asked);
      } else {
        end("another node has it by now, or somebody moved its cursor");
      }
    } catch (StoreException e) {
      LOG.debug("The lease of channel {} could not be confirmed", lease.topic(), e);
    }
  }

  private void confirmed(long asked) {
    var life = leases.life();
    heldUntil = asked + life.minus(life.dividedBy(SHARE_KEPT_FREE)).toNanos();
  }

  private void endInTime() {
    long left = heldUntil - System.nanoTime();
    if (left <= 0) {
      end("the lease was not confirmed in time");
    } else if (over.getCount() > 0) {
      deadline = watch.schedule(this::endInTime, left, TimeUnit.NANOSECONDS);
    }
  }

  private void end(String why) {
    Runnable action;
    synchronized (this) {
      if (over.getCount() == 0) {
        return;
      }
      reason = why;
      over.countDown();
      action = stop;
    }
    action.run();
  }
}
