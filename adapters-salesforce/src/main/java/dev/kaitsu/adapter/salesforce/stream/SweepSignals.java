package dev.kaitsu.adapter.salesforce.stream;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the listener when to sweep, without keeping a stream waiting for the sweep. */
final class SweepSignals implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SweepSignals.class);

  private final StreamListener listener;
  private final Set<StreamTopic> awaited;
  private final ScheduledThreadPoolExecutor thread;
  private Optional<Future<?>> openingLimit = Optional.empty();
  private boolean opened;
  private boolean sweepWaits;

  SweepSignals(StreamListener listener, Collection<StreamTopic> topics) {
    this.listener = listener;
    this.awaited = new HashSet<>(topics);
    this.thread =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              var made = new Thread(task, "kaitsu-sf-sweep-signals");
              made.setDaemon(true);
              return made;
            });
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** From now on the first opening is waited for, but not longer than this. */
  synchronized void start(Duration openLimit) {
    openingLimit =
        Optional.of(thread.schedule(this::open, openLimit.toNanos(), TimeUnit.NANOSECONDS));
    openIfComplete();
  }

  /**
   * A topic's stream is open. One that began with what comes from now on leaves a hole before it,
   * which the sweep of the first opening fills, or else one of its own.
   */
  synchronized void live(StreamTopic topic, Start start) {
    if (opened && start.isFromNowOn()) {
      sweep(topic, "the stream began anew without a cursor");
    }
    settled(topic);
  }

  /** The first opening need not wait for this topic any longer. */
  synchronized void settled(StreamTopic topic) {
    awaited.remove(topic);
    openIfComplete();
  }

  synchronized void sweep(StreamTopic topic, String why) {
    if (!sweepWaits) {
      sweepWaits = true;
      tell(
          () -> {
            sweepBegins();
            listener.sweepNeeded(topic.name(), why);
          });
    }
  }

  @Override
  public void close() {
    thread.shutdown();
  }

  private void openIfComplete() {
    if (awaited.isEmpty()) {
      open();
    }
  }

  private synchronized void open() {
    if (!opened) {
      opened = true;
      openingLimit.ifPresent(limit -> limit.cancel(false));
      tell(listener::streamsOpen);
    }
  }

  private synchronized void sweepBegins() {
    sweepWaits = false;
  }

  private void tell(Runnable call) {
    try {
      thread.execute(
          () -> {
            try {
              call.run();
            } catch (RuntimeException e) {
              LOG.error("A sweep asked for by the event streams failed; the next one is due", e);
            }
          });
    } catch (RejectedExecutionException closed) {
      LOG.debug("No sweep any more: the streams are closed", closed);
    }
  }
}
