package dev.kaitsu.wiring.observe;

import dev.kaitsu.adapter.freebit.FreebitCallListener;
import dev.kaitsu.adapter.salesforce.ApiUsage;
import dev.kaitsu.adapter.salesforce.SalesforceCalls;
import dev.kaitsu.adapter.whmcs.WhmcsCallListener;
import dev.kaitsu.model.ApiLimit;
import dev.kaitsu.model.QueueStatus;
import dev.kaitsu.model.RecordBooks;
import dev.kaitsu.model.StreamStatus;
import dev.kaitsu.model.SystemStatus;
import dev.kaitsu.port.out.RecordListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** The registry of a node, and the metrics of what is around the fulfillment. */
public final class NodeMetrics {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  private final CallLoad whmcsLoad = new CallLoad(registry, "whmcs");
  private final CallLoad salesforceLoad = new CallLoad(registry, "salesforce");

  private final RecordMetrics records = new RecordMetrics(registry);

  private NodeMetrics() {}

  /** A fresh registry with the JVM's own metrics. */
  public static NodeMetrics create() {
    var metrics = new NodeMetrics();
    new JvmMemoryMetrics().bindTo(metrics.registry);
    new JvmThreadMetrics().bindTo(metrics.registry);
    try (var collections = new JvmGcMetrics()) {
      collections.bindTo(metrics.registry);
    }
    metrics.sweepsShed();
    return metrics;
  }

  public PrometheusMeterRegistry registry() {
    return registry;
  }

  public WhmcsCallListener whmcsCalls() {
    return new WhmcsMetrics(registry, whmcsLoad);
  }

  public FreebitCallListener freebitCalls() {
    return new FreebitMetrics(registry);
  }

  /**
   * Times calls to Salesforce.
   *
   * @param usage is told how much of the daily calls is used, with each answer
   * @param lost is told of each call but the health checks whether its answer was lost
   */
  public SalesforceCalls salesforceCalls(Consumer<ApiUsage> usage, Consumer<Boolean> lost) {
    return new SalesforceMetrics(registry, salesforceLoad, usage, lost);
  }

  public CallLoad whmcsLoad() {
    return whmcsLoad;
  }

  public CallLoad salesforceLoad() {
    return salesforceLoad;
  }

  /** Counts regular sweeps that were left out to save calls. */
  public Counter sweepsShed() {
    return registry.counter("kaitsu.sweeps.shed");
  }

  /** Shows the orders that wait, and Salesforce's limits, at every scrape. */
  public void watchCluster(
      Supplier<Optional<QueueStatus>> queue,
      Supplier<Optional<ApiLimit>> dailyCalls,
      Supplier<List<ApiLimit>> limits) {
    var cluster = new ClusterMetrics(registry);
    cluster.queue(queue);
    cluster.dailyCalls(dailyCalls);
    cluster.limits(limits);
  }

  /** Shows how each subscription is doing, at every scrape. */
  public void watch(Supplier<List<StreamStatus>> statuses, InstantSource clock) {
    new StreamMetrics(registry, statuses, clock).register();
  }

  /** Shows how the systems around us do, at every scrape. */
  public void watchHealth(List<String> systems, Function<String, Optional<SystemStatus>> view) {
    var health = new HealthMetrics(registry, view);
    systems.forEach(health::show);
  }

  /** Counts imports of records. */
  public RecordListener records() {
    return records;
  }

  /** Shows which records are there and which are missing. */
  public void watchRecords(Supplier<Optional<RecordBooks>> books) {
    records.watch(books);
  }

  /** Shows how many events are parked and not settled. */
  public void watchParked(IntSupplier open) {
    Gauge.builder("kaitsu.events.parked.open", open::getAsInt)
        .description("Events that could not be read and that nobody has settled")
        .register(registry);
  }
}
