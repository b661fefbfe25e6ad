package dev.kaitsu.wiring.observe;

import dev.kaitsu.adapter.salesforce.SalesforceCalls;
import dev.kaitsu.adapter.whmcs.WhmcsCallListener;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.StreamStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** The registry of a node, and the metrics of what is around the fulfillment. */
public final class NodeMetrics {
  private static final double NEVER = -1;

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  private NodeMetrics() {}

  /** A fresh registry with the JVM's own metrics. */
  public static NodeMetrics create() {
    var metrics = new NodeMetrics();
    new JvmMemoryMetrics().bindTo(metrics.registry);
    new JvmThreadMetrics().bindTo(metrics.registry);
    try (var collections = new JvmGcMetrics()) {
      collections.bindTo(metrics.registry);
    }
    for (FailureCode code : FailureCode.values()) {
      metrics.registry.counter("kaitsu.whmcs.errors", "code", code.code());
    }
    return metrics;
  }

  public PrometheusMeterRegistry registry() {
    return registry;
  }

  /** Times each request to WHMCS by action, and counts failures by code. */
  public WhmcsCallListener whmcsCalls() {
    return (action, took, failure) -> {
      timer("kaitsu.whmcs.requests", "action", action, failure.isEmpty() ? "ok" : "failed")
          .record(took);
      failure.ifPresent(
          code -> registry.counter("kaitsu.whmcs.errors", "code", code.code()).increment());
    };
  }

  /** Times each call to Salesforce by operation. */
  public SalesforceCalls salesforceCalls() {
    return (operation, took, outcome) ->
        timer(
                "kaitsu.salesforce.requests",
                "operation",
                operation,
                outcome.name().toLowerCase(Locale.ROOT))
            .record(took);
  }

  private Timer timer(String name, String label, String value, String outcome) {
    return Timer.builder(name).tag(label, value).tag("outcome", outcome).register(registry);
  }

  /** Shows each subscription's state and how long ago it was heard of, at every scrape. */
  public void watch(Supplier<List<StreamStatus>> statuses, InstantSource clock) {
    for (StreamStatus status : statuses.get()) {
      var topic = status.topic();
      gauge(
          "kaitsu.stream.live",
          "1 while the subscription is live",
          topic,
          statuses,
          NodeMetrics::isLive);
      gauge(
          "kaitsu.stream.silence.seconds",
          "Seconds since the last message; -1 before the first",
          topic,
          statuses,
          now -> age(now.lastMessage(), clock));
      gauge(
          "kaitsu.stream.cursor.age.seconds",
          "Seconds since the cursor became durable; -1 without a cursor",
          topic,
          statuses,
          now -> age(now.cursorSavedAt(), clock));
    }
  }

  /** Shows how many events are parked and not settled. */
  public void watchParked(IntSupplier open) {
    Gauge.builder("kaitsu.events.parked.open", open::getAsInt)
        .description("Events that could not be read and that nobody has settled")
        .register(registry);
  }

  private void gauge(
      String name,
      String description,
      String topic,
      Supplier<List<StreamStatus>> statuses,
      ToDoubleFunction<StreamStatus> value) {
    Gauge.builder(name, () -> of(statuses, topic, value))
        .description(description)
        .tag("topic", topic)
        .register(registry);
  }

  private static double of(
      Supplier<List<StreamStatus>> statuses, String topic, ToDoubleFunction<StreamStatus> value) {
    return statuses.get().stream()
        .filter(status -> status.topic().equals(topic))
        .mapToDouble(value)
        .findFirst()
        .orElse(NEVER);
  }

  private static double isLive(StreamStatus status) {
    return status.state() == StreamStatus.State.LIVE ? 1 : 0;
  }

  private static double age(Optional<Instant> since, InstantSource clock) {
    return since.map(at -> Duration.between(at, clock.instant()).toMillis() / 1000.0).orElse(NEVER);
  }
}
