package dev.kaitsu.domain.health;

import dev.kaitsu.domain.setting.Time;
import dev.kaitsu.model.HealthClaim;
import dev.kaitsu.model.HealthLevel;
import dev.kaitsu.model.HealthResult;
import dev.kaitsu.port.in.HealthCheck;
import dev.kaitsu.port.out.HealthBook;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Checks each system once per interval for the whole cluster: the checks that are due are claimed,
 * made side by side, and written down. What a node that dies has claimed is due again soon.
 */
public final class HealthSchedule implements HealthCheck {
  /** Longer than any limit, so that slow and silent are told apart. */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

  /** Longer than a check can take. */
  static final Duration LEASE = Duration.ofSeconds(45);

  /** A system with a problem is asked again sooner, so that its return is seen. */
  static final Duration AFTER_PROBLEM = Duration.ofMinutes(1);

  private final Map<String, PlannedCheck> checks;
  private final HealthBook book;
  private final Time time;
  private final Executor beside;

  @Inject
  public HealthSchedule(List<PlannedCheck> checks, HealthBook book, Time time, Executor beside) {
    this.checks =
        checks.stream().collect(Collectors.toMap(PlannedCheck::system, Function.identity()));
    this.book = book;
    this.time = time;
    this.beside = beside;
  }

  private record Answer(Duration responseTime, Optional<String> problem) {}

  /** Begins what is due, and waits for nothing: no worker stands still for a silent system. */
  @Override
  public void check() {
    for (var claim : book.claimDue(checks.keySet(), LEASE)) {
      var check = planned(claim);
      if (check.affordable().getAsBoolean()) {
        ask(claim, check);
      } else {
        book.putOff(claim, check.interval());
      }
    }
  }

  private PlannedCheck planned(HealthClaim claim) {
    return Optional.ofNullable(checks.get(claim.system())).orElseThrow();
  }

  /** What cannot be written down is asked again when the claim runs out. */
  private void ask(HealthClaim claim, PlannedCheck check) {
    var unused = // nobody waits for it
        CompletableFuture.supplyAsync(() -> answer(check), beside)
            .completeOnTimeout(silence(check), LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)
            .thenAcceptAsync(answer -> record(claim, answer), beside);
  }

  private static Answer silence(PlannedCheck check) {
    return new Answer(
        LONGEST_WAIT,
        Optional.of(
            "%s has not answered for %d s: check that it runs and is reachable"
                .formatted(check.system(), LONGEST_WAIT.toSeconds())));
  }

  private Answer answer(PlannedCheck check) {
    long begun = time.nanos();
    var problem = problem(check);
    return new Answer(Duration.ofNanos(time.nanos() - begun), problem);
  }

  private static Optional<String> problem(PlannedCheck check) {
    try {
      return check.probe().problem();
    } catch (RuntimeException defect) {
      return Optional.of("%s could not be asked: %s".formatted(check.system(), defect));
    }
  }

  private void record(HealthClaim claim, Answer answer) {
    var check = planned(claim);
    var level = check.limits().levelOf(answer.responseTime());
    var next = check.interval();
    if (answer.problem().isPresent()) {
      level = HealthLevel.CRITICAL;
      next = next.compareTo(AFTER_PROBLEM) < 0 ? next : AFTER_PROBLEM;
    }
    var result = new HealthResult(claim.system(), level, answer.responseTime(), answer.problem());
    book.record(claim, result, next);
  }
}
