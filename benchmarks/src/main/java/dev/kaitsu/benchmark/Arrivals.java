package dev.kaitsu.benchmark;

import dev.kaitsu.process.Control;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * Approvals as they come over a day: independent of each other.
 *
 * @param rate how many a second, on average
 */
record Arrivals(int rate, Random random) {
  private static final double NANOS = 1e9;

  void approve(Control control, List<String> orders) {
    var sent = new ArrayList<CompletableFuture<?>>();
    long next = System.nanoTime();
    for (String order : orders) {
      next += (long) (-Math.log(1 - random.nextDouble()) / rate * NANOS);
      long wait = next - System.nanoTime();
      if (wait > 0) {
        LockSupport.parkNanos(wait);
      }
      sent.add(control.approveSoon(order));
    }
    sent.forEach(CompletableFuture::join);
  }
}
