package dev.kaitsu.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.Finding.Level;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("How far clocks are apart")
class ClockDifferenceTest {
  private static final Instant THEIRS = Instant.parse("2026-11-21T12:00:00Z");

  @ParameterizedTest
  @DisplayName("is a warning beyond 5 seconds and a failure beyond 60, in either direction")
  @CsvSource({"0, PASS", "5, PASS", "6, WARN", "60, WARN", "61, FAIL", "86400, FAIL"})
  void levels(long seconds, Level level) {
    assertThat(finding(seconds).level()).isEqualTo(level);
    assertThat(finding(-seconds).level()).isEqualTo(level);
  }

  @Test
  @DisplayName("is told with its direction, whose clock it is, and what helps")
  void words() {
    assertThat(finding(20).found())
        .isEqualTo("this machine's clock is 20 s ahead of the clock of WHMCS");
    assertThat(finding(-20).found())
        .isEqualTo("this machine's clock is 20 s behind the clock of WHMCS");
    assertThat(finding(20).remedy()).contains("NTP");
  }

  private static Finding finding(long seconds) {
    return ClockDifference.between(THEIRS.plusSeconds(seconds), THEIRS).finding("WHMCS");
  }
}
