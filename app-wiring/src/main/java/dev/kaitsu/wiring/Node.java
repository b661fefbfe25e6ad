package dev.kaitsu.wiring;

import dev.kaitsu.adapter.postgres.FulfillmentJobs;
import dev.kaitsu.adapter.postgres.RecurringWork;
import dev.kaitsu.adapter.salesforce.stream.EventArchive;
import dev.kaitsu.adapter.salesforce.stream.SalesforceStreams;
import dev.kaitsu.adapter.salesforce.stream.StreamConfig;
import dev.kaitsu.adapter.salesforce.stream.StreamConfig.Replay;
import dev.kaitsu.adapter.salesforce.stream.StreamTopic;
import dev.kaitsu.domain.FulfillmentOrchestrator;
import dev.kaitsu.domain.LivenessSweep;
import dev.kaitsu.domain.OrderDesk;
import dev.kaitsu.domain.OrderEventIntake;
import dev.kaitsu.domain.ParkedEventReview;
import dev.kaitsu.domain.RampUp;
import dev.kaitsu.domain.TopicReplayDesk;
import dev.kaitsu.domain.WaitingOrderSweep;
import dev.kaitsu.domain.health.HealthSchedule;
import dev.kaitsu.domain.health.PlannedCheck;
import dev.kaitsu.domain.setting.FulfillmentPorts;
import dev.kaitsu.domain.setting.Time;
import dev.kaitsu.model.StreamStatus;
import dev.kaitsu.port.in.FulfillmentDesk;
import dev.kaitsu.port.in.OrderSweep;
import dev.kaitsu.port.in.ParkedEventDesk;
import dev.kaitsu.port.in.RecordDesk;
import dev.kaitsu.port.in.RecordRound;
import dev.kaitsu.port.in.ReplayDesk;
import dev.kaitsu.port.in.SimDesk;
import dev.kaitsu.port.out.EventDecoding;
import dev.kaitsu.port.out.EventStreams;
import dev.kaitsu.port.out.FulfillmentListener;
import dev.kaitsu.port.out.HealthProbe;
import dev.kaitsu.port.out.RetainedEvents;
import dev.kaitsu.wiring.budget.ApiBudget;
import dev.kaitsu.wiring.budget.RationedSweep;
import dev.kaitsu.wiring.budget.SharedLimits;
import dev.kaitsu.wiring.config.ApiToken;
import dev.kaitsu.wiring.config.KaitsuConfig;
import dev.kaitsu.wiring.observe.AllListeners;
import dev.kaitsu.wiring.observe.CallLoad;
import dev.kaitsu.wiring.observe.FulfillmentLog;
import dev.kaitsu.wiring.observe.Metrics;
import dev.kaitsu.wiring.observe.NodeMetrics;
import dev.kaitsu.wiring.observe.OperationMetrics;
import dev.kaitsu.wiring.observe.RecordLog;
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
  private final Workload workload;
  private final FulfillmentPorts ports;
  private final BesideThreads beside;
  private final OrderSweep sweep;
  private final ApiBudget budget;
  private final ClusterView cluster;
  private final List<HealthProbe> ownStores;
  private final List<PlannedCheck> checks;
  private final HealthView health;
  private Optional<FulfillmentJobs> jobs = Optional.empty();
  private Optional<SalesforceStreams> streams = Optional.empty();
  private Optional<EventArchive> archive = Optional.empty();
  private final ParkedCount parkedCount;
  private final Records records;
  private final Optional<LineManagement> lines;

  private Node(
      KaitsuConfig config,
      Adapters adapters,
      NodeMetrics metrics,
      ApiBudget budget,
      FulfillmentListener listener,
      BesideThreads beside) {
    this.config = config;
    this.adapters = adapters;
    this.metrics = metrics;
    this.beside = beside;
    this.workload = new Workload(config.database().workers(), System::nanoTime);
    this.ports =
        new FulfillmentPorts(
            adapters.orders(workload::isCrowded),
            adapters.billing(),
            adapters.store().customers(),
            adapters.store().ledger(),
            adapters.store().inbox(),
            adapters.holds(),
            adapters.sims(),
            listener);
    this.sweep = new WaitingOrderSweep(ports);
    this.budget = budget;
    this.ownStores = adapters.ownStores(beside);
    this.checks = adapters.healthChecks(budget, config.sftp());
    this.health =
        new HealthView(
            checks,
            adapters.store().healthBook(),
            adapters.store().callTallies(),
            adapters.holds(),
            beside,
            InstantSource.system());
    metrics.watchHealth(health.names(), health::system);
    this.cluster = new ClusterView(adapters.store(), budget, beside, InstantSource.system());
    metrics.watchCluster(cluster::queue, cluster::dailyCalls, cluster::limits);
    this.parkedCount = new ParkedCount(adapters.store().parkedEvents(), beside);
    metrics.watchParked(parkedCount);
    var store = adapters.store().records();
    this.records = new Records(config, store, new RecordLog(metrics.records()), clock());
    metrics.watchRecords(new LatestFigures<>(store::books, beside, clock())::now);
    this.lines =
        adapters
            .simLines()
            .map(
                operator ->
                    new LineManagement(
                        adapters.store(), operator, adapters.invoices(), config.lines(), beside));
    lines.ifPresent(each -> OperationMetrics.register(metrics.registry(), each::census));
  }

  /**
   * Connects to the stores and wires everything; nothing is worked on yet.
   *
   * @throws dev.kaitsu.adapter.postgres.StoreStartException if the database cannot be used
   */
  public static Node open(KaitsuConfig config) {
    config.warnings().forEach(warning -> LOG.warn("{}", warning));
    var metrics = NodeMetrics.create();
    var beside = new BesideThreads();
    var budget = new ApiBudget(config.budget(), InstantSource.system());
    var listener =
        AllListeners.of(
            List.of(new FulfillmentLog(), new Metrics(metrics.registry(), InstantSource.system())));
    var adapters = Adapters.open(config, metrics, budget, listener, beside);
    return new Node(config, adapters, metrics, budget, listener, beside);
  }

  /** Starts working on orders, and on all that recurs. */
  public void startWork() {
    startWork(records.round());
  }

  /** The same for a command, which ends soon: record files are left to servers. */
  public void startShortWork() {
    startWork(RecordRound.NEVER);
  }

  private void startWork(RecordRound recordRound) {
    adapters.joinCallSlots();
    var orchestrator =
        new FulfillmentOrchestrator(ports, config.fulfillment(), Time.SYSTEM, beside);
    var liveness = new LivenessSweep(ports, adapters.store().queue());
    var rampUp = new RampUp(ports.holds(), adapters.whmcsProbe(), ports.listener());
    var rationed = new RationedSweep(sweep, budget, metrics.sweepsShed()::increment);
    var limits =
        new SharedLimits(adapters.salesforceLimits(), adapters.store().apiLimits(), budget);
    var schedule = new HealthSchedule(checks, adapters.store().healthBook(), Time.SYSTEM, beside);
    var recurring = new RecurringWork(rationed, liveness, rampUp, limits, schedule, recordRound);
    var work = workload.counting(orchestrator);
    jobs =
        Optional.of(
            adapters
                .store()
                .startJobs(work, lines.map(LineManagement::work), recurring, config.jobs()));
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

  /** For those who manage SIM lines; empty where SIMs are handled elsewhere. */
  public Optional<SimDesk> simDesk() {
    return lines.map(LineManagement::desk);
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

  /** For those who look after call and message records, and ask for them. */
  public RecordDesk recordDesk() {
    return records.desk();
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

  /** This node's own view of the database and the cache, asked now. */
  public List<HealthProbe> ownStores() {
    return ownStores;
  }

  /** How the systems around us do, as checked by schedule. */
  public HealthView health() {
    return health;
  }

  /** What all nodes share. */
  public ClusterView cluster() {
    return cluster;
  }

  /** How busy WHMCS is kept. */
  public CallLoad whmcsLoad() {
    return metrics.whmcsLoad();
  }

  /** How busy Salesforce is kept. */
  public CallLoad salesforceLoad() {
    return metrics.salesforceLoad();
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

  /** What users of the API must know; empty: the API is off. */
  public Optional<ApiToken> apiToken() {
    return config.apiToken();
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
