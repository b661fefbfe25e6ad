package dev.kaitsu.wiring.observe;

import dev.kaitsu.model.HealthStanding;
import dev.kaitsu.model.SystemStatus;
import dev.kaitsu.model.SystemStatus.State;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Shows how the systems around us do at every scrape; what is not known is NaN. */
final class HealthMetrics {
  private static final double MILLIS = 1000.0;
  private static final Map<State, Double> LEVELS =
      Map.of(State.OK, 0.0, State.WARNING, 1.0, State.CRITICAL, 2.0, State.STALE, 3.0);

  private final MeterRegistry registry;
  private final Function<String, Optional<SystemStatus>> view;

  HealthMetrics(MeterRegistry registry, Function<String, Optional<SystemStatus>> view) {
    this.registry = registry;
    this.view = view;
  }

  void show(String system) {
    gauge("kaitsu.health.level", system, HealthMetrics::level)
        .description("0 ok, 1 warning, 2 critical, 3 stale: its checks have stopped")
        .register(registry);
    gauge(
            "kaitsu.health.response.seconds",
            system,
            status -> last(status, standing -> standing.last().responseTime().toMillis() / MILLIS))
        .description("How long it took to answer its last check")
        .register(registry);
    gauge(
            "kaitsu.health.unattended.seconds",
            system,
            status -> last(status, standing -> standing.unattended().toMillis() / MILLIS))
        .description("How long ago any node last attended to it")
        .register(registry);
    gauge("kaitsu.health.error.ratio", system, status -> status.calls().errorRate())
        .description("The share of all nodes' recent calls to it that failed")
        .register(registry);
  }

  private Gauge.Builder<?> gauge(String name, String system, ToDoubleFunction<SystemStatus> value) {
    return Gauge.builder(
            name, () -> view.apply(system).map(value::applyAsDouble).orElse(Double.NaN))
        .tag("system", system);
  }

  private static double level(SystemStatus status) {
    return Optional.ofNullable(LEVELS.get(status.state())).orElse(Double.NaN);
  }

  private static double last(SystemStatus status, ToDoubleFunction<HealthStanding> value) {
    return status.last().map(value::applyAsDouble).orElse(Double.NaN);
  }
}
