package dev.kaitsu.crash.simulation;

import dev.kaitsu.crash.world.Call;
import dev.kaitsu.crash.world.Fakes;
import dev.kaitsu.domain.FulfillmentOrchestrator;
import dev.kaitsu.domain.WaitingOrderSweep;
import dev.kaitsu.domain.setting.FulfillmentPorts;
import dev.kaitsu.model.Claim;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.port.out.FulfillmentListener;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One seed's world: its nodes, its orders and what befalls them, from the first to the last. */
final class World {
  /** The window is counted from the intent, which may be so much earlier than the sending. */
  private static final Duration WITNESSED_WINDOW =
      Fakes.SETTINGS.lookWindow().minus(Fakes.SETTINGS.takeoverAfter().dividedBy(2));

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int MINUTES_OF_TROUBLE = 30;
  private static final int MINUTES_BETWEEN_RETRIES = 13;
  private static final int RETRIES = 7;
  private static final int MOST_LOOKS_AN_ORDER = 800;

  private final Fakes fakes = new Fakes();
  private final Turns turns = new Turns(fakes.clock);
  private final Fiber history = new Fiber("history");
  private final Luck luck;
  private final Audit audit = new Audit(fakes);
  private final CallFaults faults;
  private final Engine engine;
  private final Customers customers;
  private final Salespeople salespeople;
  private final Weather weather;
  private final WaitingOrderSweep sweep;
  private final boolean keepsMarkers;

  World(Luck luck, Trace trace) {
    this.luck = luck;
    faults = new CallFaults(luck);
    engine = new Engine(fakes, turns, luck, trace, audit);
    customers = new Customers(fakes, luck);
    keepsMarkers = !luck.strikes(Fault.MARKERS_NOT_STORED);
    if (!keepsMarkers) {
      fakes.billing.office().storesNoMarkers();
    }
    var ports = fakes.over(World::carry, WITNESSED_WINDOW, listener());
    var witness = new WitnessedOrders(ports.orders(), fakes.ledger, fakes.clock);
    var watched =
        new FulfillmentPorts(
            witness,
            ports.billing(),
            ports.customers(),
            ports.ledger(),
            ports.inbox(),
            ports.holds(),
            ports.sims(),
            ports.listener());
    salespeople = new Salespeople(fakes, turns, luck, engine, customers, witness);
    weather = new Weather(turns, luck, engine, faults, fakes);
    sweep =
        new WaitingOrderSweep(
            new FulfillmentPorts(
                fakes.salesforce,
                fakes.billing,
                fakes.customers,
                fakes.ledger,
                fakes.inbox,
                ports.holds(),
                ports.sims(),
                ports.listener()));
    int nodes = luck.between(2, 4);
    for (int number = 1; number <= nodes; number++) {
      engine.add(node("node" + number, luck.between(1, 3), watched));
    }
  }

  /** Lets it all happen. */
  void run(int orders) {
    var threads = workers().map(this::started).toList();
    salespeople.willApprove(orders);
    for (int minute = 0; minute < MINUTES_OF_TROUBLE; minute++) {
      weather.changes();
      if (luck.strikes(Fault.STAFF_ORDERS_UNMARKED)) {
        turns.after(luck.upTo(MINUTE), customers::staffOrdersForOne);
      }
      if (luck.strikes(Fault.HINT_STORM)) {
        turns.after(luck.upTo(MINUTE), salespeople::hintAtMany);
      }
      salespeople.retrySome();
      passOneMinute();
    }
    luck.calm();
    faults.allAreBack();
    customers.mendAll();
    for (int minute = 1; minute <= MINUTES_BETWEEN_RETRIES * (RETRIES + 1); minute++) {
      if (minute % MINUTES_BETWEEN_RETRIES == 0 && minute <= MINUTES_BETWEEN_RETRIES * RETRIES) {
        salespeople.mendAndRetryAll();
      }
      passOneMinute();
    }
    turns.sleep(history, MINUTE); // what the last sweep found
    judge(orders);
    turns.end();
    workers().map(Worker::fiber).forEach(Fiber::wake);
    threads.forEach(World::join);
  }

  Audit audit() {
    return audit;
  }

  long overtaken() {
    return engine.overtaken();
  }

  List<String> describe(OrderId order) {
    return Stream.concat(
            Stream.of(
                "Salesforce: " + fakes.salesforce.order(order),
                "WHMCS: " + fakes.billing.ordersFor(order)),
            fakes.ledger.recall(order).entries().stream().map(Object::toString))
        .toList();
  }

  private void passOneMinute() {
    turns.sleep(history, MINUTE);
    if (!faults.isAway(Fault.SALESFORCE_OUTAGE, turns.now())
        && !faults.isAway(Fault.STORE_OUTAGE, turns.now())
        && sweep.sweep() > 0) {
      engine.pumpAt(turns.now());
    }
    audit.nobodyIsForgotten(salespeople.approved(), engine::isHeld);
  }

  private void judge(int orders) {
    salespeople.approved().forEach(order -> audit.ended(order, keepsMarkers));
    if (salespeople.approved().size() != orders
        || engine.looks() > (long) orders * MOST_LOOKS_AN_ORDER
        || workers().anyMatch(worker -> !worker.isIdle())) {
      audit.broken(
          salespeople.approved().get(0),
          "%d of %d orders, %d looks, busy at the end: %s"
              .formatted(
                  salespeople.approved().size(),
                  orders,
                  engine.looks(),
                  workers().filter(worker -> !worker.isIdle()).toList()));
    }
  }

  private Stream<Worker> workers() {
    return engine.nodes().stream().flatMap(node -> node.workers().stream());
  }

  private Node node(String name, int workers, FulfillmentPorts ports) {
    var node = new Node(name);
    for (int number = 1; number <= workers; number++) {
      var worker = new Worker(node, number);
      worker.works(new FulfillmentOrchestrator(ports, Fakes.SETTINGS, fakes.time(), Runnable::run));
      node.add(worker);
    }
    return node;
  }

  private Thread started(Worker worker) {
    var wire = new FaultyWire(worker, engine, faults, luck, turns);
    var thread = new WorkerThread(worker, wire, () -> engine.run(worker));
    worker.runsOn(thread);
    thread.start();
    return thread;
  }

  private static <T> T carry(Call call, Supplier<T> effect) {
    return WorkerThread.current().wire().carry(call, effect);
  }

  private FulfillmentListener listener() {
    return new FulfillmentListener() {
      @Override
      public void defect(Claim claim, String step, RuntimeException defect) {
        audit.broken(claim.order(), "a defect in step %s: %s".formatted(step, defect));
      }
    };
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException stop) {
      throw new IllegalStateException("interrupted while a world ended", stop);
    }
  }
}
