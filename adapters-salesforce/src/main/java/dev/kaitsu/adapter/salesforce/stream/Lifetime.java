package dev.kaitsu.adapter.salesforce.stream;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether the streams are wanted still; a pause ends at once when they are not. */
final class Lifetime {
  private final CountDownLatch end = new CountDownLatch(1);

  boolean isOver() {
    return end.getCount() == 0;
  }

  void end() {
    end.countDown();
  }

  void pause(Duration duration) throws InterruptedException {
    boolean over = end.await(duration.toNanos(), TimeUnit.NANOSECONDS);
    if (over) {
      throw new InterruptedException("the streams are closed");
    }
  }
}
