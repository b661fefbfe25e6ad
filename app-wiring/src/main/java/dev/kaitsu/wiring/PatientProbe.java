package dev.kaitsu.wiring;

import dev.kaitsu.port.out.HealthProbe;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a system of another company at most once a minute, since each question costs a call there,
 * and makes nobody wait longer than a moment for the answer.
 */
final class PatientProbe implements HealthProbe {
  private static final Duration GOOD_FOR = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private final HealthProbe probe;
  private final Executor beside;
  private final InstantSource clock;
  private Instant askedAt = Instant.MIN;
  private CompletableFuture<Optional<String>> answer = new CompletableFuture<>();

  PatientProbe(HealthProbe probe, Executor beside, InstantSource clock) {
    this.probe = probe;
    this.beside = beside;
    this.clock = clock;
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
          "%s has not answered for %d s".formatted(name(), LONGEST_WAIT.toSeconds()));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.of("this node is stopping");
    } catch (ExecutionException defect) {
      return Optional.of("%s could not be asked: %s".formatted(name(), defect.getCause()));
    }
  }

  private synchronized CompletableFuture<Optional<String>> current() {
    var now = clock.instant();
    if (askedAt.equals(Instant.MIN) || askedAt.plus(GOOD_FOR).isBefore(now)) {
      askedAt = now;
      answer = CompletableFuture.supplyAsync(probe::problem, beside);
    }
    return answer;
  }
}
