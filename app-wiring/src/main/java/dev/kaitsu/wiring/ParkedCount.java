package dev.kaitsu.wiring;

import dev.kaitsu.port.out.ParkedEvents;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many parked events are open, for those who must not wait for a database that is away. */
final class ParkedCount implements IntSupplier {
  private static final Logger LOG = LoggerFactory.getLogger(ParkedCount.class);
  private static final Duration WAIT = Duration.ofSeconds(1);
  private static final int UNKNOWN = -1;

  private final ParkedEvents parked;
  private final Executor beside;
  private int last = UNKNOWN;
  private CompletableFuture<Integer> answer = CompletableFuture.completedFuture(UNKNOWN);

  ParkedCount(ParkedEvents parked, Executor beside) {
    this.parked = parked;
    this.beside = beside;
  }

  /** The last known number if the database does not answer now; -1 if there is none yet. */
  @Override
  public synchronized int getAsInt() {
    if (answer.isDone()) {
      answer = CompletableFuture.supplyAsync(parked::countOpen, beside);
    }
    try {
      last = answer.get(WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException away) {
      LOG.debug("Parked events cannot be counted now", away);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    return last;
  }
}
