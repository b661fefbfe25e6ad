package dev.kaitsu.crash.live;

import dev.kaitsu.process.Control;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Approves one order after the other at a steady rate, until it is stopped. */
final class SteadyLoad {
  private static final int MADE_AT_ONCE = 300;
  private static final long SECOND_NANOS = 1_000_000_000L;

  private final Control control;
  private final int perSecond;
  private final Maker more;
  private final Deque<String> reserve;
  private final List<String> approved = new ArrayList<>();
  private final CompletableFuture<Void> done;
  private volatile boolean wanted = true;

  private SteadyLoad(Control control, Deque<String> reserve, int perSecond, Maker more) {
    this.more = more;
    this.control = control;
    this.perSecond = perSecond;
    this.reserve = reserve;
    this.done = CompletableFuture.runAsync(this::approve);
  }

  /**
   * Begins.
   *
   * @param reserve orders that are made and not approved; more are made when it is used up
   */
  static SteadyLoad begin(Control control, Deque<String> reserve, int perSecond) {
    return new SteadyLoad(control, reserve, perSecond, control::orders);
  }

  /** As {@link #begin}, of SIM orders. */
  static SteadyLoad ofSims(Control control, Deque<String> reserve, int perSecond) {
    return new SteadyLoad(control, reserve, perSecond, control::simOrders);
  }

  private interface Maker {
    List<String> make(int count) throws InterruptedException;
  }

  /** Ends it, and answers all orders that were approved. */
  List<String> stop() {
    wanted = false;
    done.join();
    return List.copyOf(approved);
  }

  private void approve() {
    try {
      long next = System.nanoTime();
      while (wanted) {
        if (reserve.isEmpty()) {
          reserve.addAll(more.make(MADE_AT_ONCE));
        }
        var order = reserve.removeFirst();
        approved.add(order);
        control.approve(List.of(order));
        next += SECOND_NANOS / perSecond;
        TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
