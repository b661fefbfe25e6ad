package dev.kaitsu.adapter.salesforce;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Time that a test moves; who waits for it is woken then. */
final class HeldTicks implements Ticks {
  private static final long LONGEST_WAIT_SECONDS = 20;

  private final AtomicLong now = new AtomicLong();
  private final Set<Object> monitors = ConcurrentHashMap.newKeySet();

  @Override
  public long nanos() {
    return now.get();
  }

  @Override
  public void await(Object monitor, long nanos) throws InterruptedException {
    monitors.add(monitor);
    TimeUnit.SECONDS.timedWait(monitor, LONGEST_WAIT_SECONDS);
  }

  void pass(Duration time) {
    now.addAndGet(time.toNanos());
    for (Object monitor : monitors) {
      synchronized (monitor) {
        monitor.notifyAll();
      }
    }
  }
}
