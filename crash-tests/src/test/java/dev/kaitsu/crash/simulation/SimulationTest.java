package dev.kaitsu.crash.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.crash.report.Findings;
import dev.kaitsu.crash.report.Options;
import dev.kaitsu.crash.report.Violation;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Whatever happens to many orders at once, each ends, billed once")
class SimulationTest {
  private static final int SMALL = 1500;

  @Test
  @DisplayName("with faults of at least 30 kinds, every promise is kept")
  void promisesAreKept() {
    Findings findings =
        new Simulation().run(new Options(OptionalLong.empty(), OptionalInt.of(SMALL), Map.of()));
    assertThat(findings.violations().stream().map(Violation::what)).isEmpty();
    assertThat(findings.rows()).hasSizeGreaterThanOrEqualTo(30);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 163})
  @DisplayName("a seed is replayed exactly")
  void replays(long seed) {
    var first = SeedRun.of(seed, true);
    var second = SeedRun.of(seed, true);
    assertThat(first.trace()).hasSizeGreaterThan(500).isEqualTo(second.trace());
    assertThat(first.digest()).isEqualTo(second.digest());
  }

  @Test
  @DisplayName("two seeds are two worlds")
  void differ() {
    assertThat(SeedRun.of(1, false).digest()).isNotEqualTo(SeedRun.of(2, false).digest());
  }
}
