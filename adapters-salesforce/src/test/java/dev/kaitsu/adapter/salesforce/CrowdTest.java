package dev.kaitsu.adapter.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A crowd")
class CrowdTest {
  private static final Duration WITHIN = Duration.ofMillis(40);

  private final Crowd crowd = new Crowd(4, 2, WITHIN);

  @Test
  @DisplayName("is one once many came within the time, and not before")
  void many() {
    come(0, 10, 20);
    assertThat(crowd.isDense(at(20))).isFalse();

    come(40);
    assertThat(crowd.isDense(at(40))).isTrue();
  }

  @Test
  @DisplayName("is none if as many came over a longer time")
  void spread() {
    come(0, 14, 28, 42, 56, 70);

    assertThat(crowd.isDense(at(70))).isFalse();
  }

  @Test
  @DisplayName("stays one while more than a few come, and ends when they do not")
  void ends() {
    come(0, 0, 0, 0);
    assertThat(crowd.isDense(at(0))).isTrue();
    come(30, 45, 60);
    assertThat(crowd.isDense(at(60))).as("three within the time").isTrue();

    assertThat(crowd.isDense(at(75))).as("two within the time").isFalse();
    come(76);
    assertThat(crowd.isDense(at(76))).as("three again").isFalse();
  }

  private void come(long... millis) {
    for (long each : millis) {
      crowd.comes(at(each));
    }
  }

  private static long at(long millis) {
    return Duration.ofMillis(millis).toNanos();
  }
}
