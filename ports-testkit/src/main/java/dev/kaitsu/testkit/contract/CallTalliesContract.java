package dev.kaitsu.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.CallTally;
import dev.kaitsu.port.out.CallTallies;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@link CallTallies} promises. */
public abstract class CallTalliesContract {
  private final String system = Fresh.name("system");

  protected abstract CallTallies tallies();

  /** Lets so much time pass for what was added. */
  protected abstract void pass(Duration time);

  @Test
  @DisplayName("what nodes add is summed up, for each system by itself")
  void sums() {
    var other = Fresh.name("system");
    tallies().add(system, new CallTally(10, 1));
    tallies().add(system, new CallTally(5, 0));
    tallies().add(other, new CallTally(1, 1));

    assertThat(tallies().recent())
        .containsEntry(system, new CallTally(15, 1))
        .containsEntry(other, new CallTally(1, 1));
  }

  @Test
  @DisplayName("and forgotten after the window")
  void window() {
    tallies().add(system, new CallTally(10, 1));
    pass(CallTallies.WINDOW.minusMinutes(2));
    tallies().add(system, new CallTally(3, 0));
    assertThat(tallies().recent()).containsEntry(system, new CallTally(13, 1));

    pass(Duration.ofMinutes(3));

    assertThat(tallies().recent()).containsEntry(system, new CallTally(3, 0));
  }

  @Test
  @DisplayName("a system that was not called is not in it")
  void notCalled() {
    assertThat(tallies().recent()).doesNotContainKey(system);
  }
}
