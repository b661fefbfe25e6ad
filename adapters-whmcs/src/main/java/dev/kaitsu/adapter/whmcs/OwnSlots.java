package dev.kaitsu.adapter.whmcs;

import dev.kaitsu.port.out.CallSlots;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The slots of one process that shares them with nobody. */
final class OwnSlots implements CallSlots {
  private final Semaphore free;

  OwnSlots(int slots) {
    this.free = new Semaphore(slots, true);
  }

  @Override
  public boolean take(Duration longest) throws InterruptedException {
    return free.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void release() {
    free.release();
  }
}
