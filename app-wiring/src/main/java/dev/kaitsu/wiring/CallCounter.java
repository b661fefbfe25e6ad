package dev.kaitsu.wiring;

import dev.kaitsu.model.CallTally;
import dev.kaitsu.port.out.CallTallies;
import dev.kaitsu.port.out.HealthBook;
import dev.kaitsu.port.out.StoreException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts this node's calls to one system and tells all nodes, a moment after the first call that
 * was not told yet, so that many calls cost one write and an idle node none. Where some failed, the
 * system's next check is made at once.
 */
final class CallCounter {
  private static final Logger LOG = LoggerFactory.getLogger(CallCounter.class);
  private static final Duration MOMENT = Duration.ofSeconds(5);

  /** A system whose calls fail although its checks succeed is not checked more often than this. */
  private static final Duration SOONEST_CHECK = Duration.ofSeconds(10);

  private final String system;
  private final CallTallies tallies;
  private final HealthBook book;
  private final Executor later;
  private CallTally untold = CallTally.NONE;
  private boolean telling;

  /** Tells with the given executor, which should wait a moment. */
  CallCounter(String system, CallTallies tallies, HealthBook book, Executor later) {
    this.system = system;
    this.tallies = tallies;
    this.book = book;
    this.later = later;
  }

  /** Tells five seconds later, on these threads. */
  static CallCounter patient(String system, CallTallies tallies, HealthBook book, Executor beside) {
    return new CallCounter(
        system,
        tallies,
        book,
        CompletableFuture.delayedExecutor(
            MOMENT.toMillis(), TimeUnit.MILLISECONDS, work -> unlessStopping(beside, work)));
  }

  private static void unlessStopping(Executor beside, Runnable work) {
    try {
      beside.execute(work);
    } catch (RejectedExecutionException stopping) {
      LOG.debug("the last calls of a node that stops are not told");
    }
  }

  void called(boolean failed) {
    if (count(failed)) {
      later.execute(this::tell);
    }
  }

  private synchronized boolean count(boolean failed) {
    untold = untold.plus(new CallTally(1, failed ? 1 : 0));
    boolean first = !telling;
    telling = true;
    return first;
  }

  private synchronized CallTally take() {
    var taken = untold;
    untold = CallTally.NONE;
    telling = false;
    return taken;
  }

  private void tell() {
    var taken = take();
    try {
      tallies.add(system, taken);
      if (taken.failures() > 0) {
        book.hasten(system, SOONEST_CHECK);
      }
    } catch (StoreException away) {
      LOG.debug("{} calls to {} are not told: {}", taken.calls(), system, away.getMessage());
    }
  }
}
