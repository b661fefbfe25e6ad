package dev.kaitsu.domain.health;

import dev.kaitsu.model.CallTally;
import dev.kaitsu.model.HealthLevel;
import dev.kaitsu.model.HealthStanding;
import dev.kaitsu.model.SystemHold;
import dev.kaitsu.model.SystemStatus;
import dev.kaitsu.model.SystemStatus.State;
import dev.kaitsu.port.out.CallTallies;
import java.time.Duration;
import java.util.Optional;

/** Says how a system does, from all that is known of it. */
public final class HealthJudge {
  /** What the job engine and a busy node may be late. */
  static final Duration GRACE = Duration.ofMinutes(1);

  /** With fewer calls one failure would be an alarm. */
  static final int FEWEST_CALLS = 20;

  private static final double WARNING_RATE = 0.01;
  private static final double CRITICAL_RATE = 0.05;
  private static final double PERCENT = 100.0;
  private static final double MILLIS = 1000.0;

  private HealthJudge() {}

  /**
   * Judges one system.
   *
   * @param hold an outage that is known sooner than its next check
   */
  public static SystemStatus judge(
      PlannedCheck check,
      Optional<HealthStanding> standing,
      CallTally calls,
      Optional<SystemHold> hold) {
    var outage = hold.filter(known -> known.system().equals(check.system()) && !known.back());
    if (outage.isPresent()) {
      return status(check, State.CRITICAL, standing, calls, outage.map(SystemHold::reason));
    }
    if (standing.isEmpty()) {
      return status(check, State.UNKNOWN, standing, calls, Optional.empty());
    }
    var last = standing.get();
    if (last.unattended().compareTo(check.interval().multipliedBy(2).plus(GRACE)) > 0) {
      var problem =
          "%s was last checked at %s, though it is to be checked every %s: see whether any node works on jobs"
              .formatted(check.system(), last.checkedAt(), text(check.interval()));
      return status(check, State.STALE, standing, calls, Optional.of(problem));
    }
    var level = last.last().level().orWorse(levelOf(calls));
    return status(
        check, State.valueOf(level.name()), standing, calls, problem(check, last, calls, level));
  }

  private static SystemStatus status(
      PlannedCheck check,
      State state,
      Optional<HealthStanding> standing,
      CallTally calls,
      Optional<String> problem) {
    return new SystemStatus(check.system(), state, standing, calls, problem);
  }

  static HealthLevel levelOf(CallTally calls) {
    if (calls.calls() < FEWEST_CALLS || calls.errorRate() <= WARNING_RATE) {
      return HealthLevel.OK;
    }
    return calls.errorRate() > CRITICAL_RATE ? HealthLevel.CRITICAL : HealthLevel.WARNING;
  }

  private static Optional<String> problem(
      PlannedCheck check, HealthStanding standing, CallTally calls, HealthLevel level) {
    var last = standing.last();
    if (level == HealthLevel.OK || last.problem().isPresent()) {
      return last.problem();
    }
    return Optional.of(
        last.level() == level
            ? "%s took %.1f s to answer, more than %s"
                .formatted(
                    check.system(),
                    last.responseTime().toMillis() / MILLIS,
                    text(check.limits().passedAt(level)))
            : "%.1f %% of the %d calls to %s within %d minutes failed"
                .formatted(
                    calls.errorRate() * PERCENT,
                    calls.calls(),
                    check.system(),
                    CallTallies.WINDOW.toMinutes()));
  }

  private static String text(Duration duration) {
    if (duration.toMillis() < MILLIS) {
      return duration.toMillis() + " ms";
    }
    return duration.toSeconds() < 60 ? duration.toSeconds() + " s" : duration.toMinutes() + " min";
  }
}
