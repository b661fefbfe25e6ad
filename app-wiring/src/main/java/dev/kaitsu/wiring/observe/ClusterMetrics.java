package dev.kaitsu.wiring.observe;

import dev.kaitsu.adapter.salesforce.SalesforceLimits;
import dev.kaitsu.model.ApiLimit;
import dev.kaitsu.model.QueueStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Shows what all nodes share at every scrape; what is not known is NaN. */
final class ClusterMetrics {
  private static final double MILLIS = 1000.0;

  private final MeterRegistry registry;

  ClusterMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void queue(Supplier<Optional<QueueStatus>> status) {
    orders("due", status, QueueStatus::due);
    orders("working", status, QueueStatus::working);
    orders("later", status, QueueStatus::later);
    orders("held", status, QueueStatus::held);
    Gauge.builder(
            "kaitsu.queue.oldest.seconds",
            () -> value(status, queue -> queue.longestWait().toMillis() / MILLIS))
        .description("How long the longest waiting of the due orders has waited")
        .register(registry);
  }

  void dailyCalls(Supplier<Optional<ApiLimit>> daily) {
    Gauge.builder(
            "kaitsu.salesforce.api.used",
            () -> value(daily, limit -> (double) limit.most() - limit.remaining()))
        .description("Salesforce's API calls of the last 24 hours, by everybody")
        .register(registry);
    Gauge.builder("kaitsu.salesforce.api.limit", () -> value(daily, ApiLimit::most))
        .description("How many of them are allowed")
        .register(registry);
  }

  void limits(Supplier<List<ApiLimit>> limits) {
    for (String name : SalesforceLimits.NAMES) {
      Gauge.builder(
              "kaitsu.salesforce.limit.remaining",
              () -> value(() -> named(name, limits.get()), ApiLimit::remaining))
          .description("What is left of a limit, as Salesforce last told any node")
          .tag("name", name)
          .register(registry);
    }
  }

  private void orders(
      String state, Supplier<Optional<QueueStatus>> status, ToDoubleFunction<QueueStatus> count) {
    Gauge.builder("kaitsu.queue.orders", () -> value(status, count))
        .description("Orders on all nodes together")
        .tag("state", state)
        .register(registry);
  }

  private static Optional<ApiLimit> named(String name, List<ApiLimit> limits) {
    return limits.stream().filter(limit -> limit.name().equals(name)).findFirst();
  }

  private static <T> double value(Supplier<Optional<T>> source, ToDoubleFunction<T> value) {
    return source.get().map(value::applyAsDouble).orElse(Double.NaN);
  }
}
