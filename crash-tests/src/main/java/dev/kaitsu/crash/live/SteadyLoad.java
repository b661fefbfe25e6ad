package dev.kaitsu.crash.live;

import dev.kaitsu.process.Control;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Approves one order after the other at a steady rate, until it is stopped. */
final class SteadyLoad {
  private static final int PER_SECOND = 8;

  private final Control control;
  private final Deque<String> reserve;
  private final List<String> approved = new ArrayList<>();
  private final CompletableFuture<Void> done;
  private volatile boolean wanted = true;

  private SteadyLoad(Control control, Deque<String> reserve) {
    this.control = control;
    this.reserve = reserve;
    this.done = CompletableFuture.runAsync(this::approve);
  }

  /**
   * Begins.
   *
   * @param reserve orders that are made and not approved; when it is used up the load ends
   */
  static SteadyLoad begin(Control control, Deque<String> reserve) {
    return new SteadyLoad(control, reserve);
  }

  /** Ends it, and answers all orders that were approved. */
  List<String> stop() {
    wanted = false;
    done.join();
    return List.copyOf(approved);
  }

  private void approve() {
    try {
      while (wanted && !reserve.isEmpty()) {
        var order = reserve.removeFirst();
        approved.add(order);
        control.approve(List.of(order));
        TimeUnit.MILLISECONDS.sleep(1000 / PER_SECOND);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
