package dev.kaitsu.wiring;

import dev.kaitsu.adapter.postgres.FulfillmentJobs;
import dev.kaitsu.adapter.salesforce.stream.SalesforceStreams;
import dev.kaitsu.adapter.salesforce.stream.StreamConfig.Replay;
import dev.kaitsu.domain.FulfillmentOrchestrator;
import dev.kaitsu.domain.LivenessSweep;
import dev.kaitsu.domain.OrderDesk;
import dev.kaitsu.domain.OrderEventIntake;
import dev.kaitsu.domain.WaitingOrderSweep;
import dev.kaitsu.domain.setting.FulfillmentPorts;
import dev.kaitsu.domain.setting.Time;
import dev.kaitsu.model.StreamStatus;
import dev.kaitsu.port.in.FulfillmentDesk;
import dev.kaitsu.port.in.OrderSweep;
import dev.kaitsu.port.out.EventStreams;
import dev.kaitsu.port.out.HealthProbe;
import dev.kaitsu.port.out.WorkQueue;
import dev.kaitsu.wiring.config.KaitsuConfig;
import dev.kaitsu.wiring.observe.AllListeners;
import dev.kaitsu.wiring.observe.FulfillmentLog;
import dev.kaitsu.wiring.observe.Metrics;
import dev.kaitsu.wiring.observe.NodeMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Kaitsu, wired: adapters joined to the domain by plain constructor calls. Opened, it can
 * answer; {@link #startWork} and {@link #startStreams} make it act.
 */
public final class Node implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Node.class);

  private final KaitsuConfig config;
  private final Adapters adapters;
  private final NodeMetrics metrics;
  private final FulfillmentPorts ports;
  private final BesideThreads beside = new BesideThreads();
  private final OrderSweep sweep;
  private final List<HealthProbe> probes;
  private Optional<FulfillmentJobs> jobs = Optional.empty();
  private Optional<SalesforceStreams> streams = Optional.empty();

  private Node(KaitsuConfig config, Adapters adapters, NodeMetrics metrics) {
    this.config = config;
    this.adapters = adapters;
    this.metrics = metrics;
    this.ports =
        new FulfillmentPorts(
            adapters.orders(),
            adapters.billing(),
            adapters.store().customers(),
            adapters.store().ledger(),
            adapters.store().inbox(),
            AllListeners.of(
                List.of(
                    new FulfillmentLog(),
                    new Metrics(metrics.registry(), InstantSource.system()))));
    this.sweep = new WaitingOrderSweep(ports);
    this.probes = adapters.probes(beside);
  }

  /**
   * Connects to the stores and wires everything; nothing is worked on yet.
   *
   * @throws dev.kaitsu.adapter.postgres.StoreStartException if the database cannot be used
   */
  public static Node open(KaitsuConfig config) {
    config.warnings().forEach(warning -> LOG.warn("{}", warning));
    var metrics = NodeMetrics.create();
    return new Node(config, Adapters.open(config, metrics), metrics);
  }

  /** Starts working on orders. */
  public void startWork() {
    var orchestrator =
        new FulfillmentOrchestrator(ports, config.fulfillment(), Time.SYSTEM, beside);
    var liveness = new LivenessSweep(ports, adapters.store().queue());
    jobs = Optional.of(adapters.store().startJobs(orchestrator, sweep, liveness, config.jobs()));
  }

  /** Subscribes to the event channels, if they are switched on, and sweeps once they are open. */
  public void startStreams() {
    var intake = new OrderEventIntake(ports, adapters.cursorMirror(), adapters.orderChanges());
    streams =
        config
            .streams()
            .map(settings -> adapters.streams(settings, intake, new SweepOnDemand(sweep)));
    streams.ifPresent(SalesforceStreams::start);
    metrics.watch(this::statuses, InstantSource.system());
  }

  public FulfillmentDesk desk() {
    return new OrderDesk(ports, Time.SYSTEM);
  }

  public List<HealthProbe> probes() {
    return probes;
  }

  /** The orders that wait for work on any node. */
  public WorkQueue queue() {
    return adapters.store().queue();
  }

  /** How much of Salesforce's daily calls is used, as its last answer said. */
  public Optional<DailyUsage> salesforceUsage() {
    return adapters.salesforceUsage();
  }

  public EventStreams streams() {
    return this::statuses;
  }

  /** What should be changed about how events are read, once it has served. */
  public Optional<String> streamsWarning() {
    return config
        .streams()
        .filter(settings -> settings.replay() == Replay.ALL)
        .map(
            all ->
                "SF_EVENTS_REPLAY is ALL: every start reads all retained events again; set it back"
                    + " to LATEST");
  }

  private List<StreamStatus> statuses() {
    return streams.map(EventStreams::statuses).orElse(List.of());
  }

  public PrometheusMeterRegistry metrics() {
    return metrics.registry();
  }

  public InstantSource clock() {
    return InstantSource.system();
  }

  public String version() {
    return Version.current();
  }

  /**
   * Takes no more events, lets running orders finish or hands them over, then lets go of
   * everything.
   */
  @Override
  public void close() {
    streams.ifPresent(SalesforceStreams::close);
    jobs.ifPresent(FulfillmentJobs::close);
    beside.close();
    adapters.close();
  }
}
