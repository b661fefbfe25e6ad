package dev.kaitsu.wiring.observe;

import dev.kaitsu.adapter.salesforce.SalesforceCalls;
import dev.kaitsu.adapter.whmcs.WhmcsCallListener;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.StreamStatus;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The registry of a node, and the metrics of what is around the fulfillment. */
public final class NodeMetrics {
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

  /** Shows how each subscription is doing, at every scrape. */
  public void watch(Supplier<List<StreamStatus>> statuses, InstantSource clock) {
    new StreamMetrics(registry, statuses, clock).register();
  }
}
