package dev.kaitsu.wiring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Reads figures at most once in a while, however many ask, and makes nobody wait for a source that
 * does not answer: then there are none.
 */
final class LatestFigures<T> {
  private static final Duration GOOD_FOR = Duration.ofSeconds(2);
  private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

  private final Supplier<T> source;
  private final Executor beside;
  private final InstantSource clock;
  private Instant askedAt = Instant.MIN;
  private CompletableFuture<T> answer = CompletableFuture.failedFuture(new TimeoutException());

  LatestFigures(Supplier<T> source, Executor beside, InstantSource clock) {
    this.source = source;
    this.beside = beside;
    this.clock = clock;
  }

  /** The figures; empty if the source fails or is slow, whoever asks for as long as it is. */
  synchronized Optional<T> now() {
    var now = clock.instant();
    if (answer.isDone() && (askedAt.equals(Instant.MIN) || askedAt.plus(GOOD_FOR).isBefore(now))) {
      askedAt = now;
      answer = asked();
      waitForIt();
    }
    return answer.isDone() && !answer.isCompletedExceptionally()
        ? Optional.of(answer.join())
        : Optional.empty();
  }

  private CompletableFuture<T> asked() {
    try {
      return CompletableFuture.supplyAsync(source, beside);
    } catch (RejectedExecutionException stopping) {
      return CompletableFuture.failedFuture(stopping);
    }
  }

  private void waitForIt() {
    try {
      answer.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException none) {
      // whoever asks sees that there are none
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
