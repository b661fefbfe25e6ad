package dev.kaitsu.wiring;

import dev.kaitsu.adapter.postgres.FulfillmentJobs;
import dev.kaitsu.adapter.salesforce.stream.EventArchive;
import dev.kaitsu.adapter.salesforce.stream.SalesforceStreams;
import dev.kaitsu.adapter.salesforce.stream.StreamConfig;
import dev.kaitsu.adapter.salesforce.stream.StreamTopic;
import dev.kaitsu.domain.FulfillmentOrchestrator;
import dev.kaitsu.domain.LivenessSweep;
import dev.kaitsu.domain.OrderDesk;
import dev.kaitsu.domain.OrderEventIntake;
import dev.kaitsu.domain.ParkedEventReview;
import dev.kaitsu.domain.TopicReplayDesk;
import dev.kaitsu.domain.WaitingOrderSweep;
import dev.kaitsu.domain.setting.FulfillmentPorts;
import dev.kaitsu.domain.setting.Time;
import dev.kaitsu.model.StreamStatus;
import dev.kaitsu.port.in.FulfillmentDesk;
import dev.kaitsu.port.in.OrderSweep;
import dev.kaitsu.port.in.ParkedEventDesk;
import dev.kaitsu.port.in.ReplayDesk;
import dev.kaitsu.port.out.EventDecoding;
import dev.kaitsu.port.out.EventStreams;
import dev.kaitsu.port.out.HealthProbe;
import dev.kaitsu.port.out.RetainedEvents;
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
  private Optional<EventArchive> archive = Optional.empty();
  private final ParkedCount parkedCount;

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
    this.parkedCount = new ParkedCount(adapters.store().parkedEvents(), beside);
    metrics.watchParked(parkedCount);
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

  /** For those who look after the places from which topics are resumed. */
  public ReplayDesk replayDesk() {
    var topics = config.streams().map(StreamConfig::topics).orElse(List.of());
    return new TopicReplayDesk(
        adapters.store().topics(),
        adapters.cursorMirror(),
        archive().<RetainedEvents>map(each -> each).orElseGet(WithoutEvents::new),
        topics.stream().map(StreamTopic::name).toList());
  }

  /** For those who look after events that could not be read. */
  public ParkedEventDesk parkedEventDesk() {
    return new ParkedEventReview(
        adapters.store().parkedEvents(),
        archive().<EventDecoding>map(each -> each).orElseGet(WithoutEvents::new));
  }

  /** Opened by whoever needs it first; empty if events are switched off. */
  private synchronized Optional<EventArchive> archive() {
    archive = archive.or(() -> config.streams().map(adapters::archive));
    return archive;
  }

  /** How many events are parked and not settled; -1 if that is not known. */
  public int openParkedEvents() {
    return parkedCount.getAsInt();
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
    archive.ifPresent(EventArchive::close);
    jobs.ifPresent(FulfillmentJobs::close);
    beside.close();
    adapters.close();
  }
}
