package dev.kaitsu.wiring;

import dev.kaitsu.adapter.freebit.Freebit;
import dev.kaitsu.adapter.postgres.PostgresStore;
import dev.kaitsu.adapter.postgres.SharedCallSlots;
import dev.kaitsu.adapter.redis.RedisStore;
import dev.kaitsu.adapter.salesforce.SalesforceLimits;
import dev.kaitsu.adapter.salesforce.SalesforceOrders;
import dev.kaitsu.adapter.salesforce.SalesforceProbe;
import dev.kaitsu.adapter.salesforce.SalesforceSession;
import dev.kaitsu.adapter.salesforce.SalesforceSimOrders;
import dev.kaitsu.adapter.salesforce.stream.EventArchive;
import dev.kaitsu.adapter.salesforce.stream.SalesforceStreams;
import dev.kaitsu.adapter.salesforce.stream.SalesforceStreams.EventFlow;
import dev.kaitsu.adapter.salesforce.stream.StreamConfig;
import dev.kaitsu.adapter.salesforce.stream.StreamListener;
import dev.kaitsu.adapter.sftp.SftpConfig;
import dev.kaitsu.adapter.sftp.SftpRecordFiles;
import dev.kaitsu.adapter.whmcs.WhmcsBilling;
import dev.kaitsu.domain.health.PlannedCheck;
import dev.kaitsu.domain.setting.NoHolds;
import dev.kaitsu.domain.setting.SimPorts;
import dev.kaitsu.port.in.EventIntake;
import dev.kaitsu.port.out.Billing;
import dev.kaitsu.port.out.CursorMirror;
import dev.kaitsu.port.out.FulfillmentListener;
import dev.kaitsu.port.out.HealthProbe;
import dev.kaitsu.port.out.Holds;
import dev.kaitsu.port.out.Invoices;
import dev.kaitsu.port.out.OrderChanges;
import dev.kaitsu.port.out.Orders;
import dev.kaitsu.port.out.SimLines;
import dev.kaitsu.wiring.budget.ApiBudget;
import dev.kaitsu.wiring.budget.Ration;
import dev.kaitsu.wiring.config.KaitsuConfig;
import dev.kaitsu.wiring.config.WhenDown;
import dev.kaitsu.wiring.observe.NodeMetrics;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/** The adapters of one node, opened in order and closed in reverse. */
final class Adapters implements AutoCloseable {
  private final PostgresStore store;
  private final Optional<RedisStore> redis;
  private final SalesforceSession session;
  private final Holds holds;
  private final SharedCallSlots whmcsSlots;
  private final WhmcsBilling billing;
  private final Optional<Freebit> freebit;

  private Adapters(
      PostgresStore store,
      Optional<RedisStore> redis,
      SalesforceSession session,
      Holds holds,
      SharedCallSlots whmcsSlots,
      WhmcsBilling billing,
      Optional<Freebit> freebit) {
    this.store = store;
    this.redis = redis;
    this.session = session;
    this.holds = holds;
    this.whmcsSlots = whmcsSlots;
    this.billing = billing;
    this.freebit = freebit;
  }

  static Adapters open(
      KaitsuConfig config,
      NodeMetrics metrics,
      ApiBudget budget,
      FulfillmentListener listener,
      Executor beside) {
    var store = PostgresStore.open(config.database());
    var redis = config.redis().map(RedisStore::open);
    redis.map(RedisStore::wakeUps).ifPresent(store::wakeOthersThrough);
    var tallies = store.callTallies();
    var book = store.healthBook();
    var salesforceCounter = CallCounter.patient("salesforce", tallies, book, beside);
    var tokens = redis.map(RedisStore::tokens).orElseGet(WithoutRedis::tokens);
    var session =
        new SalesforceSession(
            config.salesforce(),
            tokens,
            InstantSource.system(),
            metrics.salesforceCalls(budget::told, salesforceCounter::called));
    var holds = config.whenWhmcsDown() == WhenDown.HOLD ? store.holds() : new NoHolds();
    var slots = store.callSlots("whmcs", config.whmcs().concurrency());
    var whmcsCounter = CallCounter.patient("whmcs", tallies, book, beside);
    var calls =
        new OutageWatch(whmcsCounter, holds, listener, beside).andThen(metrics.whmcsCalls());
    var billing = new WhmcsBilling(config.whmcs(), calls, slots);
    var freebit =
        config
            .freebit()
            .map(
                settings ->
                    new Freebit(settings, tokens, InstantSource.system(), metrics.freebitCalls()));
    return new Adapters(store, redis, session, holds, slots, billing, freebit);
  }

  PostgresStore store() {
    return store;
  }

  Orders orders(BooleanSupplier crowd) {
    return new SalesforceOrders(session, crowd);
  }

  /** Empty where SIMs are handled elsewhere. */
  Optional<SimPorts> sims() {
    return freebit.map(
        operator -> new SimPorts(operator.simCards(), new SalesforceSimOrders(session)));
  }

  Holds holds() {
    return holds;
  }

  /** Takes this node's share of the requests to WHMCS before the first order needs it. */
  void joinCallSlots() {
    whmcsSlots.join();
  }

  HealthProbe whmcsProbe() {
    return billing.probe();
  }

  Billing billing() {
    return billing;
  }

  /** Empty where SIMs are handled elsewhere. */
  Optional<SimLines> simLines() {
    return freebit.map(Freebit::simLines);
  }

  Invoices invoices() {
    return billing.invoices();
  }

  SalesforceLimits salesforceLimits() {
    return new SalesforceLimits(session);
  }

  CursorMirror cursorMirror() {
    return redis.map(RedisStore::cursorMirror).orElseGet(WithoutRedis::cursorMirror);
  }

  OrderChanges orderChanges() {
    return redis.map(RedisStore::orderChanges).orElseGet(WithoutRedis::orderChanges);
  }

  SalesforceStreams streams(StreamConfig config, EventIntake intake, StreamListener listener) {
    var flow =
        new EventFlow(intake, store.inbox(), cursorMirror(), store.schemas(), store.streamLeases());
    return new SalesforceStreams(config, session, flow, listener, InstantSource.system());
  }

  EventArchive archive(StreamConfig config) {
    return new EventArchive(config, session, store.schemas(), InstantSource.system());
  }

  /** Our own stores, asked by this node itself whenever somebody wants to know. */
  List<HealthProbe> ownStores(Executor beside) {
    List<HealthProbe> probes = new ArrayList<>();
    probes.add(new PatientProbe(store.probe(), beside));
    redis.map(RedisStore::probe).ifPresent(probes::add);
    return List.copyOf(probes);
  }

  /** Every system that is checked by schedule, on one node for all. */
  List<PlannedCheck> healthChecks(ApiBudget budget, Optional<SftpConfig> sftp) {
    var ration = new Ration(budget);
    List<PlannedCheck> checks = new ArrayList<>();
    checks.add(HealthPlan.database(store.probe()));
    redis.map(RedisStore::probe).map(HealthPlan::cache).ifPresent(checks::add);
    checks.add(HealthPlan.salesforce(new SalesforceProbe(session), ration::granted));
    checks.add(HealthPlan.whmcs(billing.probe()));
    freebit.map(Freebit::probe).map(HealthPlan::freebit).ifPresent(checks::add);
    sftp.map(config -> new SftpRecordFiles(config, InstantSource.system()).probe())
        .map(HealthPlan::sftp)
        .ifPresent(checks::add);
    return List.copyOf(checks);
  }

  @Override
  public void close() {
    freebit.ifPresent(Freebit::close);
    billing.close();
    whmcsSlots.close();
    session.close();
    redis.ifPresent(RedisStore::close);
    store.close();
  }
}
