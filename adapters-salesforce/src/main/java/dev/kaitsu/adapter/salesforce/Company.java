package dev.kaitsu.adapter.salesforce;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Decides how long whoever is next to call waits for company: not at all, unless there is a crowd;
 * then until a little time has passed since the last call began. Guarded by its line's monitor.
 */
final class Company {
  /** Twice what comes on the busiest day, at which nobody is to wait. */
  private static final int MANY = 10;

  private static final int FEW = 3;
  private static final Duration WITHIN = Duration.ofMillis(40);

  /** The longest that anybody waits for company. */
  static final Duration APART = Duration.ofMillis(30);

  private final Ticks ticks;
  private final Crowd crowd = new Crowd(MANY, FEW, WITHIN);
  private long lastCall;

  Company(Ticks ticks) {
    this.ticks = ticks;
    this.lastCall = ticks.nanos() - APART.toNanos();
  }

  void comes(long now) {
    crowd.comes(now);
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
    long now = ticks.nanos();
    return crowd.isDense(now) ? lastCall + APART.toNanos() - now : 0;
  }
}
