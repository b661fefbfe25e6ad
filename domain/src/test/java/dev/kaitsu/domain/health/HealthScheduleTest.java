package dev.kaitsu.domain.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.domain.setting.Time;
import dev.kaitsu.model.HealthLevel;
import dev.kaitsu.model.HealthStanding;
import dev.kaitsu.testkit.InMemoryHealthBook;
import dev.kaitsu.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Each system is checked once per interval, by one node for all")
class HealthScheduleTest {
  private static final Duration TICK = Duration.ofSeconds(5);
  private static final Duration HOUR = Duration.ofHours(1);

  private final SettableClock clock = new SettableClock();
  private final InMemoryHealthBook book = new InMemoryHealthBook(clock);
  private final FakeProbe freebit = new FakeProbe("freebit", clock);
  private final FakeProbe sftp = new FakeProbe("sftp", clock);
  private final AtomicBoolean affordable = new AtomicBoolean(true);
  private final List<PlannedCheck> checks =
      List.of(
          new PlannedCheck(
              freebit,
              Duration.ofMinutes(15),
              ResponseLimits.ofMillis(3_000, 10_000),
              affordable::get),
          new PlannedCheck(sftp, HOUR, ResponseLimits.NONE));
  private final HealthSchedule node = node(Runnable::run);
  private final HealthSchedule other = node(Runnable::run);

  private HealthSchedule node(Executor beside) {
    return new HealthSchedule(checks, book, new Time(clock, clock::nanoTime), beside);
  }

  /** Both nodes look again and again what is due. */
  private void goOnFor(Duration time) {
    var end = clock.instant().plus(time);
    while (clock.instant().isBefore(end)) {
      clock.advance(TICK);
      node.check();
      other.check();
    }
  }

  private HealthStanding standing(String system) {
    return book.standings().stream()
        .filter(each -> each.last().system().equals(system))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("however many nodes there are and however often they look")
  void oncePerInterval() {
    node.check();
    other.check();
    assertThat(freebit.asked()).isEqualTo(1);
    assertThat(sftp.asked()).isEqualTo(1);

    goOnFor(HOUR);

    assertThat(freebit.asked()).isEqualTo(5);
    assertThat(sftp.asked()).isEqualTo(2);
  }

  @Test
  @DisplayName("how long the answer took is measured, and judged by the limits of the system")
  void levels() {
    assertThat(levelAfter(Duration.ofSeconds(3))).isEqualTo(HealthLevel.OK);
    assertThat(levelAfter(Duration.ofMillis(3_001))).isEqualTo(HealthLevel.WARNING);
    assertThat(levelAfter(Duration.ofSeconds(10))).isEqualTo(HealthLevel.WARNING);
    assertThat(levelAfter(Duration.ofMillis(10_001))).isEqualTo(HealthLevel.CRITICAL);
    assertThat(standing("freebit").last().responseTime()).isEqualTo(Duration.ofMillis(10_001));
  }

  private HealthLevel levelAfter(Duration response) {
    freebit.takes(response);
    clock.advance(HOUR);
    node.check();
    return standing("freebit").last().level();
  }

  @Test
  @DisplayName("one with a problem is critical, and asked each minute until it is back")
  void problem() {
    sftp.hasProblem("the login is refused");
    node.check();
    assertThat(standing("sftp").last().level()).isEqualTo(HealthLevel.CRITICAL);
    assertThat(standing("sftp").last().problem()).contains("the login is refused");

    goOnFor(Duration.ofMinutes(3));
    assertThat(sftp.asked()).isEqualTo(4);

    sftp.isWell();
    goOnFor(Duration.ofMinutes(30));
    assertThat(sftp.asked()).isEqualTo(5);
    assertThat(standing("sftp").last().level()).isEqualTo(HealthLevel.OK);
  }

  @Test
  @DisplayName("a probe that breaks is told, and keeps no other from being asked")
  void broken() {
    freebit.breaks();
    node.check();

    assertThat(standing("freebit").last().problem().orElseThrow())
        .startsWith("freebit could not be asked");
    assertThat(standing("sftp").last().level()).isEqualTo(HealthLevel.OK);
  }

  @Test
  @DisplayName("what a node has begun when it dies is checked elsewhere within a minute")
  void deadNode() {
    Executor dies =
        work -> {
          throw new IllegalStateException("the node dies");
        };
    try {
      node(dies).check();
    } catch (IllegalStateException dead) {
      assertThat(dead).hasMessage("the node dies");
    }
    other.check();
    assertThat(book.standings()).isEmpty();

    clock.advance(HealthSchedule.LEASE);
    other.check();

    assertThat(book.standings()).hasSize(2);
    assertThat(HealthSchedule.LEASE).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  @DisplayName("a check that is not affordable is left out, and what was found last stands")
  void notAffordable() {
    node.check();
    affordable.set(false);

    goOnFor(HOUR);

    assertThat(freebit.asked()).isEqualTo(1);
    assertThat(standing("freebit").unattended()).isLessThan(Duration.ofMinutes(16));
    affordable.set(true);
    goOnFor(Duration.ofMinutes(16));
    assertThat(freebit.asked()).isEqualTo(2);
  }
}
