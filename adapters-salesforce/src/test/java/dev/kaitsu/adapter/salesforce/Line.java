package dev.kaitsu.adapter.salesforce;

import static org.awaitility.Awaitility.await;

import java.lang.Thread.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Keeps a first call from ending until all others stand in line behind it, so that tests know who
 * is in whose company. Whatever makes the calls says so by {@link #pass}.
 */
final class Line implements SalesforceCalls {
  private static final Set<State> WAITING = Set.of(State.WAITING, State.TIMED_WAITING);
  private static final CountDownLatch OPEN = new CountDownLatch(0);

  private final AtomicReference<CountDownLatch> bar = new AtomicReference<>(OPEN);
  private volatile CountDownLatch reached = OPEN;

  @Override
  public void called(String operation, Duration took, Outcome outcome) {
    if (!operation.equals("login")) {
      pass();
    }
  }

  /** Waits here if this is the call that holds the line. */
  void pass() {
    var held = bar.get();
    reached.countDown();
    try {
      held.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Starts a call that will not end before {@link #release}. */
  Running<Boolean> hold(Runnable first) {
    bar.set(new CountDownLatch(1));
    reached = new CountDownLatch(1);
    var holder =
        start(
            () -> {
              first.run();
              return true;
            });
    await().until(() -> reached.getCount() == 0);
    return holder;
  }

  /** Starts calls that join the line, one behind the other. */
  <T> List<Running<T>> join(List<Callable<T>> calls) {
    var joined = new ArrayList<Running<T>>();
    for (Callable<T> call : calls) {
      var running = start(call);
      await()
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(1))
          .until(() -> WAITING.contains(running.thread().getState()));
      joined.add(running);
    }
    return joined;
  }

  void release() {
    bar.getAndSet(OPEN).countDown();
  }

  /** Makes these calls in one another's company, behind a first that is alone. */
  <T> List<Running<T>> together(Runnable first, List<Callable<T>> calls) {
    hold(first);
    var joined = join(calls);
    release();
    return joined;
  }

  static <T> Running<T> start(Callable<T> call) {
    var task = new FutureTask<>(call);
    var thread = new Thread(task, "caller");
    thread.setDaemon(true);
    thread.start();
    return new Running<>(task, thread);
  }
}
