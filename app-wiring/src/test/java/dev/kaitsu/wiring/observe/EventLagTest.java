package dev.kaitsu.wiring.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.Hint;
import dev.kaitsu.model.HintSource;
import dev.kaitsu.model.OrderId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("How late an event came")
class EventLagTest {
  private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");

  @ParameterizedTest(name = "{0}: {1} s")
  @DisplayName("is counted, and no time that makes no sense breaks the counting")
  @CsvSource({
    "2026-11-20T02:59:58Z, 2",
    "2026-11-20T03:00:07Z, 0", // its clock is ahead of ours
    "1970-01-01T00:00:00Z, 2592000",
    "-1000000000-01-01T00:00:00Z, 2592000",
    "+1000000000-12-31T00:00:00Z, 0"
  })
  void lag(Instant happenedAt, double seconds) {
    var registry = new SimpleMeterRegistry();
    var metrics = new Metrics(registry, () -> NOW);

    metrics.eventHinted(
        Hint.of(new OrderId("8015g00000AbCdE"), HintSource.CHANGE_EVENT), happenedAt);

    var timer = registry.get("kaitsu.event.lag").tag("source", "cdc").timer();
    assertThat(timer.count()).isEqualTo(1);
    assertThat(timer.totalTime(TimeUnit.SECONDS)).isEqualTo(seconds);
  }
}
