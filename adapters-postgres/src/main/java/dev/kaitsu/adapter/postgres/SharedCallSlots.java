package dev.kaitsu.adapter.postgres;

import dev.kaitsu.port.out.CallSlots;
import dev.kaitsu.port.out.StoreException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slots shared by all nodes on one database. Each node holds a number of them, renews it, and gives
 * some back when others need them: a call costs nothing beside its own work. A node that could not
 * renew for the lease begins no call until it can.
 */
public final class SharedCallSlots implements CallSlots, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SharedCallSlots.class);

  /**
   * How often slots are looked after.
   *
   * @param lease after which the slots of a node that is gone are free
   * @param beat between two renewals
   * @param hungryBeat the same while calls wait
   */
  record Times(Duration lease, Duration beat, Duration hungryBeat) {
    static final Times STANDARD =
        new Times(Duration.ofSeconds(4), Duration.ofMillis(500), Duration.ofMillis(100));
  }

  private final SlotTable table;
  private final Times times;
  private final Permits permits = new Permits();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread keeper;
  private boolean joined;
  private int held;
  private int leaving;
  private volatile long validUntil = System.nanoTime();

  SharedCallSlots(SlotTable table, String system, Times times) {
    this.table = table;
    this.times = times;
    this.keeper = new Thread(this::keep, "kaitsu-slots-" + system);
    keeper.setDaemon(true);
  }

  @Override
  public boolean take(Duration longest) throws InterruptedException {
    long deadline = System.nanoTime() + longest.toNanos();
    join();
    while (permits.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
      if (isValid()) {
        return true;
      }
      permits.release();
      beat(); // this process stood still for too long: what it held may be another node's
    }
    return false;
  }

  @Override
  public void release() {
    permits.release();
  }

  /** Gives everything back; calls under way are not waited for. */
  @Override
  public synchronized void close() {
    closed.countDown();
    try {
      if (joined) {
        table.leave();
      }
    } catch (StoreException away) {
      LOG.debug("slots run out by themselves: {}", away.getMessage());
    }
  }

  /** Takes a share now, so that the first call need not wait for one. Repeating it is harmless. */
  public synchronized void join() {
    if (!joined) {
      joined = true;
      keeper.start();
    }
  }

  private void keep() {
    try {
      boolean over = false;
      while (!over) {
        over = closed.await(beatAndReport().toNanos(), TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration beatAndReport() {
    try {
      return beat();
    } catch (RuntimeException defect) {
      LOG.error("slots could not be looked after; it is tried again", defect);
      return times.beat();
    }
  }

  private synchronized Duration beat() {
    if (closed.getCount() == 0) {
      return times.beat();
    }
    long begun = System.nanoTime();
    int drained = leaving - Math.min(leaving, permits.overdrawn());
    int used = held - leaving - permits.availablePermits();
    int needed = Math.max(0, used) + permits.getQueueLength();
    try {
      var standing = table.keep(drained, needed);
      settle(standing, drained);
      validUntil = begun + times.lease().toNanos();
      return needed > standing.held() && drained == 0 ? times.hungryBeat() : times.beat();
    } catch (StoreException away) {
      LOG.debug("slots could not be renewed: {}", away.getMessage());
      if (!isValid()) {
        permits.add(leaving - held);
        held = 0;
        leaving = 0;
      }
      return times.hungryBeat();
    }
  }

  private void settle(SlotTable.Standing standing, int drained) {
    int before = held - leaving;
    leaving -= drained;
    boolean grew = standing.held() > held - drained; // what was just given is used first
    int surplus = grew ? 0 : Math.max(0, standing.share().surplus(standing.held()) - leaving);
    leaving += surplus;
    held = standing.held();
    permits.add(held - leaving - before);
  }

  private boolean isValid() {
    return System.nanoTime() - validUntil < 0;
  }

  /** A semaphore whose number of permits changes; those in use are missing until they return. */
  private static final class Permits extends Semaphore {
    private static final long serialVersionUID = 1L;

    Permits() {
      super(0, true);
    }

    void add(int permits) {
      if (permits > 0) {
        release(permits);
      } else {
        reducePermits(-permits);
      }
    }

    int overdrawn() {
      return Math.max(0, -availablePermits());
    }
  }
}
