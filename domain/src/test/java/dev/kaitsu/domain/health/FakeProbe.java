package dev.kaitsu.domain.health;

import dev.kaitsu.port.out.HealthProbe;
import dev.kaitsu.testkit.SettableClock;
import java.time.Duration;
import java.util.Optional;

/** A system that takes its time and has the problems it is told to have. */
final class FakeProbe implements HealthProbe {
  private final String name;
  private final SettableClock clock;
  private int asked;
  private Duration takes = Duration.ZERO;
  private Optional<String> problem = Optional.empty();
  private boolean broken;

  FakeProbe(String name, SettableClock clock) {
    this.name = name;
    this.clock = clock;
  }

  void takes(Duration time) {
    takes = time;
  }

  void hasProblem(String text) {
    problem = Optional.of(text);
  }

  void isWell() {
    problem = Optional.empty();
    broken = false;
  }

  void breaks() {
    broken = true;
  }

  int asked() {
    return asked;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<String> problem() {
    asked++;
    clock.advance(takes);
    if (broken) {
      throw new IllegalStateException("broken");
    }
    return problem;
  }
}
