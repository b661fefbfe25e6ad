package dev.kaitsu.domain.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.CallTally;
import dev.kaitsu.model.HealthLevel;
import dev.kaitsu.model.HealthResult;
import dev.kaitsu.model.HealthStanding;
import dev.kaitsu.model.SystemHold;
import dev.kaitsu.model.SystemStatus;
import dev.kaitsu.model.SystemStatus.State;
import dev.kaitsu.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("How a system does is judged")
class HealthJudgeTest {
  private static final Instant NOW = SettableClock.START;
  private static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final Duration LATEST = INTERVAL.multipliedBy(2).plus(HealthJudge.GRACE);

  private final PlannedCheck check =
      new PlannedCheck(
          new FakeProbe("whmcs", new SettableClock()),
          INTERVAL,
          ResponseLimits.ofMillis(2_000, 5_000));

  private static HealthStanding standing(HealthLevel level, Optional<String> problem) {
    return standing(level, problem, Duration.ZERO);
  }

  private static HealthStanding standing(
      HealthLevel level, Optional<String> problem, Duration unattended) {
    var result = new HealthResult("whmcs", level, Duration.ofMillis(2_500), problem);
    return new HealthStanding(result, NOW, NOW.plus(INTERVAL), unattended);
  }

  private SystemStatus judged(HealthStanding standing, CallTally calls) {
    return HealthJudge.judge(check, Optional.of(standing), calls, Optional.empty());
  }

  @ParameterizedTest
  @EnumSource(HealthLevel.class)
  @DisplayName("by its last check; only what is critical degrades")
  void lastCheck(HealthLevel level) {
    var status = judged(standing(level, Optional.empty()), CallTally.NONE);

    assertThat(status.state().name()).isEqualTo(level.name());
    assertThat(status.state().degrades()).isEqualTo(level == HealthLevel.CRITICAL);
    assertThat(status.problem().isPresent()).isEqualTo(level != HealthLevel.OK);
  }

  @Test
  @DisplayName("and told in words: what the check said, or how slow it was")
  void words() {
    assertThat(judged(standing(HealthLevel.WARNING, Optional.empty()), CallTally.NONE).problem())
        .contains("whmcs took 2.5 s to answer, more than 2 s");
    assertThat(
            judged(standing(HealthLevel.CRITICAL, Optional.of("no login")), CallTally.NONE)
                .problem())
        .contains("no login");
  }

  @ParameterizedTest
  @DisplayName("by the share of calls that fail: above 1 % and 5 %, from 20 calls on")
  @CsvSource({
    "0, 0, OK",
    "19, 19, OK",
    "100, 1, OK",
    "99, 1, WARNING",
    "100, 5, WARNING",
    "20, 1, WARNING",
    "100, 6, CRITICAL",
    "20, 20, CRITICAL"
  })
  void errorRate(long calls, long failures, State state) {
    var status = judged(standing(HealthLevel.OK, Optional.empty()), new CallTally(calls, failures));

    assertThat(status.state()).isEqualTo(state);
    assertThat(status.problem().isPresent()).isEqualTo(state != State.OK);
  }

  @Test
  @DisplayName(
      "as critical at once when orders wait for it, and again by its checks when it is back")
  void outage() {
    var well = Optional.of(standing(HealthLevel.OK, Optional.empty()));
    var down = new SystemHold("whmcs", NOW, false, 0, "3 calls in a row failed");
    var back = new SystemHold("whmcs", NOW, true, 1, "3 calls in a row failed");
    var another = new SystemHold("freebit", NOW, false, 0, "away");

    assertThat(HealthJudge.judge(check, well, CallTally.NONE, Optional.of(down)))
        .extracting(SystemStatus::state, SystemStatus::problem)
        .containsExactly(State.CRITICAL, Optional.of("3 calls in a row failed"));
    assertThat(HealthJudge.judge(check, well, CallTally.NONE, Optional.of(back)).state())
        .isEqualTo(State.OK);
    assertThat(HealthJudge.judge(check, well, CallTally.NONE, Optional.of(another)).state())
        .isEqualTo(State.OK);
  }

  @Test
  @DisplayName(
      "as stale, which degrades, once nobody has attended to it for two intervals and a bit")
  void stale() {
    var late = standing(HealthLevel.OK, Optional.empty(), LATEST);
    var stale = standing(HealthLevel.OK, Optional.empty(), LATEST.plusMillis(1));

    assertThat(judged(late, CallTally.NONE).state()).isEqualTo(State.OK);
    assertThat(judged(stale, CallTally.NONE).state()).isEqualTo(State.STALE);
    assertThat(State.STALE.degrades()).isTrue();
    assertThat(judged(stale, CallTally.NONE).problem().orElseThrow())
        .startsWith("whmcs was last checked at 2026-11-20T03:00:00Z");
  }

  @Test
  @DisplayName("as unknown before its first check, which degrades nothing")
  void unknown() {
    var status = HealthJudge.judge(check, Optional.empty(), CallTally.NONE, Optional.empty());

    assertThat(status.state()).isEqualTo(State.UNKNOWN);
    assertThat(status.state().degrades()).isFalse();
  }
}
