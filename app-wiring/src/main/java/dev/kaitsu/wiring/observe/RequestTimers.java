package dev.kaitsu.wiring.observe;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;

/** Times requests to one outside system, by what was asked and how it ended. */
final class RequestTimers {
  /** The bounds that alerts are made of, among others. */
  private static final Duration[] BUCKETS = {
    Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1),
    Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofSeconds(10),
    Duration.ofSeconds(30)
  };

  private final MeterRegistry registry;
  private final String name;
  private final String label;

  /** Timers of which those that are known are there from the start, with zeros. */
  RequestTimers(
      MeterRegistry registry,
      String name,
      String label,
      List<String> known,
      List<String> outcomes) {
    this.registry = registry;
    this.name = name;
    this.label = label;
    for (String value : known) {
      outcomes.forEach(outcome -> timer(value, outcome));
    }
  }

  void record(String value, String outcome, Duration took) {
    timer(value, outcome).record(took);
  }

  private Timer timer(String value, String outcome) {
    return Timer.builder(name)
        .tag(label, value)
        .tag("outcome", outcome)
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }
}
