package dev.kaitsu.wiring;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.MDC;

/** Threads for calls made side by side; what they log carries the caller's correlation id. */
final class BesideThreads implements Executor, AutoCloseable {
  private final AtomicInteger count = new AtomicInteger();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            var thread = new Thread(work, "kaitsu-beside-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
          });

  @Override
  public void execute(Runnable work) {
    var context = MDC.getCopyOfContextMap();
    threads.execute(
        () -> {
          if (context != null) {
            MDC.setContextMap(context);
          }
          try {
            work.run();
          } finally {
            MDC.clear();
          }
        });
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
