package dev.kaitsu.adapter.salesforce;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only where somebody waits for it, and much faster there. */
final class HastyTicks implements Ticks {
  private final AtomicLong now = new AtomicLong();

  @Override
  public long nanos() {
    return now.get();
  }

  @Override
  public void await(Object monitor, long nanos) throws InterruptedException {
    TimeUnit.MICROSECONDS.timedWait(monitor, 100);
    now.addAndGet(nanos);
  }
}
