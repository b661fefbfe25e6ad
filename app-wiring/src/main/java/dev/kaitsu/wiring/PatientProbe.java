package dev.kaitsu.wiring;

import dev.kaitsu.port.out.HealthProbe;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Makes nobody who asks for the health wait longer than a moment for a store that is silent. */
final class PatientProbe implements HealthProbe {
  /** Whoever asks for readiness gives up after a second or two. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  private final HealthProbe probe;
  private final Executor beside;
  private CompletableFuture<Optional<String>> answer =
      CompletableFuture.completedFuture(Optional.empty());

  PatientProbe(HealthProbe probe, Executor beside) {
    this.probe = probe;
    this.beside = beside;
  }

  @Override
  public String name() {
    return probe.name();
  }

  @Override
  public Optional<String> problem() {
    try {
      return current().get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      return Optional.of(
          "%s has not answered for %d s: check that it runs and is reachable"
              .formatted(name(), LONGEST_WAIT.toSeconds()));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.of("this node is stopping");
    } catch (ExecutionException defect) {
      return Optional.of("%s could not be asked: %s".formatted(name(), defect.getCause()));
    }
  }

  /** A question is put each time, unless the last one is still open. */
  private synchronized CompletableFuture<Optional<String>> current() {
    if (answer.isDone()) {
      answer = CompletableFuture.supplyAsync(probe::problem, beside);
    }
    return answer;
  }
}
