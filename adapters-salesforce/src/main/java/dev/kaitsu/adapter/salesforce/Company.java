package dev.kaitsu.adapter.salesforce;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Decides how long whoever is next to call waits for company: not at all, unless there is a crowd;
 * then until a little time has passed since the last call began. Guarded by its line's monitor.
 */
final class Company {
  /** The longest that anybody waits for company. */
  static final Duration APART = Duration.ofMillis(40);

  private final BooleanSupplier crowd;
  private final Ticks ticks;
  private long lastCall;

  Company(BooleanSupplier crowd, Ticks ticks) {
    this.crowd = crowd;
    this.ticks = ticks;
    this.lastCall = ticks.nanos() - APART.toNanos();
  }

  /** Waits on the monitor, which is notified when somebody comes. */
  void gather(Object monitor, BooleanSupplier full) throws InterruptedException {
    for (long left = left(); left > 0 && !full.getAsBoolean(); left = left()) {
      ticks.await(monitor, left);
    }
  }

  void callBegins() {
    lastCall = ticks.nanos();
  }

  private long left() {
    return crowd.getAsBoolean() ? lastCall + APART.toNanos() - ticks.nanos() : 0;
  }
}
