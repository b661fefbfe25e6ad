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
 * Makes nobody who asks for the health wait longer than a moment for a system that does not answer.
 * A system of another company is asked at most once a minute, since each question costs a call
 * there.
 */
final class PatientProbe implements HealthProbe {
  private static final Duration REMOTE_GOOD_FOR = Duration.ofMinutes(1);

  /** A login gives everybody a fresh key, so it is asked for as often as keys are renewed. */
  private static final Duration LOGIN_GOOD_FOR = Duration.ofMinutes(15);

  private static final Duration REMOTE_WAIT = Duration.ofSeconds(2);

  /** Whoever asks for readiness gives up after a second or two. */
  private static final Duration OWN_WAIT = Duration.ofSeconds(1);

  private final HealthProbe probe;
  private final Executor beside;
  private final InstantSource clock;
  private final Duration goodFor;
  private final Duration longestWait;
  private Instant askedAt = Instant.MIN;
  private CompletableFuture<Optional<String>> answer = new CompletableFuture<>();

  private PatientProbe(
      HealthProbe probe,
      Executor beside,
      InstantSource clock,
      Duration goodFor,
      Duration longestWait) {
    this.probe = probe;
    this.beside = beside;
    this.clock = clock;
    this.goodFor = goodFor;
    this.longestWait = longestWait;
  }

  /** Another's system: asked at most once a minute. */
  static PatientProbe ofRemote(HealthProbe probe, Executor beside, InstantSource clock) {
    return new PatientProbe(probe, beside, clock, REMOTE_GOOD_FOR, REMOTE_WAIT);
  }

  /** Another's login: asked every 15 minutes, and after a minute where something was wrong. */
  static PatientProbe ofLogin(HealthProbe probe, Executor beside, InstantSource clock) {
    return new PatientProbe(probe, beside, clock, LOGIN_GOOD_FOR, REMOTE_WAIT);
  }

  /** Our own store: asked each time, unless the last question is still open. */
  static PatientProbe ofStore(HealthProbe probe, Executor beside, InstantSource clock) {
    return new PatientProbe(probe, beside, clock, Duration.ZERO, OWN_WAIT);
  }

  @Override
  public String name() {
    return probe.name();
  }

  @Override
  public Optional<String> problem() {
    try {
      return current().get(longestWait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      return Optional.of(
          "%s has not answered for %d s: check that it runs and is reachable"
              .formatted(name(), longestWait.toSeconds()));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.of("this node is stopping");
    } catch (ExecutionException defect) {
      return Optional.of("%s could not be asked: %s".formatted(name(), defect.getCause()));
    }
  }

  private synchronized CompletableFuture<Optional<String>> current() {
    var now = clock.instant();
    boolean first = askedAt.equals(Instant.MIN);
    if (first || (answer.isDone() && askedAt.plus(stands()).isBefore(now))) {
      askedAt = now;
      answer = CompletableFuture.supplyAsync(probe::problem, beside);
    }
    return answer;
  }

  private Duration stands() {
    boolean well = !answer.isCompletedExceptionally() && answer.join().isEmpty();
    return well || goodFor.compareTo(REMOTE_GOOD_FOR) < 0 ? goodFor : REMOTE_GOOD_FOR;
  }
}
