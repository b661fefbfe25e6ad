package dev.kaitsu.domain;

import dev.kaitsu.domain.ledger.CaseFile;
import dev.kaitsu.domain.setting.FulfillmentPorts;
import dev.kaitsu.domain.setting.FulfillmentSettings;
import dev.kaitsu.domain.setting.SimPorts;
import dev.kaitsu.domain.setting.Time;
import dev.kaitsu.model.Hint;
import dev.kaitsu.model.HintSource;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.Order;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.port.in.FulfillmentDesk;
import dev.kaitsu.port.out.Billing;
import dev.kaitsu.testkit.ASimOrder;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.CrashPoints;
import dev.kaitsu.testkit.InMemoryBilling;
import dev.kaitsu.testkit.InMemoryCustomerDirectory;
import dev.kaitsu.testkit.InMemoryHolds;
import dev.kaitsu.testkit.InMemoryInbox;
import dev.kaitsu.testkit.InMemoryLedger;
import dev.kaitsu.testkit.InMemoryOrders;
import dev.kaitsu.testkit.InMemorySimCards;
import dev.kaitsu.testkit.InMemorySimOrders;
import dev.kaitsu.testkit.InMemoryStore;
import dev.kaitsu.testkit.JobRunner;
import dev.kaitsu.testkit.RecordingListener;
import dev.kaitsu.testkit.SettableClock;
import dev.kaitsu.testkit.SimOffice;
import dev.kaitsu.testkit.WitnessedBilling;
import dev.kaitsu.testkit.WitnessedSimCards;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything around fulfillment, in memory and on one clock; the sample customer can pay. */
final class World {
  static final Duration WINDOW = FulfillmentSettings.DEFAULTS.lookWindow();
  static final Duration SIM_WINDOW = FulfillmentSettings.DEFAULTS.simLookWindow();
  static final Duration LONG_ENOUGH = WINDOW.multipliedBy(3);

  final SettableClock clock = new SettableClock();
  final CrashPoints crashes = new CrashPoints();
  final InMemoryOrders salesforce = new InMemoryOrders(clock, crashes);
  final InMemoryBilling billing = new InMemoryBilling(crashes);
  final InMemorySimCards simCards = new InMemorySimCards(new SimOffice(), crashes);
  final InMemorySimOrders simOrders = new InMemorySimOrders(crashes);
  final InMemoryCustomerDirectory customers = new InMemoryCustomerDirectory();
  final InMemoryStore store = new InMemoryStore(clock, crashes);
  final InMemoryLedger ledger = new InMemoryLedger(store);
  final InMemoryInbox inbox = new InMemoryInbox(store);
  final InMemoryHolds holds = new InMemoryHolds(store);
  final RecordingListener listener = new RecordingListener();
  final FulfillmentPorts ports;
  final FulfillmentOrchestrator orchestrator;
  final JobRunner jobs;

  /** Without SIM activation. */
  World() {
    this(false);
  }

  private World(boolean activatesSims) {
    Billing watched = new WitnessedBilling(billing, clock, WINDOW);
    var sims = new SimPorts(new WitnessedSimCards(simCards, clock, SIM_WINDOW), simOrders);
    ports =
        new FulfillmentPorts(
            salesforce,
            watched,
            customers,
            ledger,
            inbox,
            holds,
            Optional.of(sims).filter(any -> activatesSims),
            listener);
    orchestrator =
        new FulfillmentOrchestrator(ports, FulfillmentSettings.DEFAULTS, time(), Runnable::run);
    jobs = new JobRunner(orchestrator, store, clock);
    customers.link(AnOrder.ACCOUNT, AnOrder.CLIENT);
    billing.office().clientWithPaymentMethod(AnOrder.CLIENT);
  }

  /** An installation that activates SIMs; the operator stocks the sample's card. */
  static World withSims() {
    var world = new World(true);
    world.simCards.office().stocks(ASimOrder.LINE);
    return world;
  }

  Time time() {
    return new Time(clock, clock::nanoTime);
  }

  void approve(AnOrder order) {
    salesforce.put(order);
    hint(order.order().id());
  }

  void hint(OrderId order) {
    inbox.hint(List.of(Hint.of(order, HintSource.CHANGE_EVENT)));
  }

  /** A person says whether the sample order's SIM is live. */
  FulfillmentDesk.Attestation attest(boolean live) {
    return new OrderDesk(ports, time()).attest(AnOrder.ID, live, "someone");
  }

  /** Approves the order and does all that is due at once. */
  void fulfill(AnOrder order) {
    approve(order);
    jobs.runDue();
  }

  /** An operator asks for another attempt; all that is due at once is done. */
  void retry(OrderId order) {
    salesforce.operatorSetsActivating(order);
    hint(order);
    jobs.runDue();
  }

  Order order() {
    return salesforce.order(AnOrder.ID);
  }

  String activation() {
    return order().activationStatus().orElse("empty");
  }

  CaseFile file(OrderId order) {
    return CaseFile.of(ledger.recall(order));
  }

  List<LedgerFact> facts() {
    return ledger.factsOf(AnOrder.ID);
  }

  <T extends LedgerFact> Stream<T> facts(Class<T> kind) {
    return facts().stream().filter(kind::isInstance).map(kind::cast);
  }

  int calls(InMemoryBilling.Call call) {
    return billing.script().calls(call);
  }

  int calls(InMemoryOrders.Call call) {
    return salesforce.script().calls(call);
  }
}
