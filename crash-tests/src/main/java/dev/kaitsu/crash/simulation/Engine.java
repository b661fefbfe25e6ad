package dev.kaitsu.crash.simulation;

import dev.kaitsu.crash.world.Call;
import dev.kaitsu.crash.world.Fakes;
import dev.kaitsu.crash.world.ProcessDeath;
import dev.kaitsu.model.Claim;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.LostClaimException;
import dev.kaitsu.port.out.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The job engine with its nodes: gives each order that is due to a worker that is free, and takes
 * over what dead and frozen nodes hold.
 */
final class Engine {
  private static final Duration STORE_RETRY = Duration.ofSeconds(1);
  private static final Duration PROOF_HOLDS = Fakes.SETTINGS.takeoverAfter().dividedBy(2);
  private static final Duration DRAIN_TIME = Duration.ofSeconds(10);

  private final Fakes fakes;
  private final Turns turns;
  private final Luck luck;
  private final Trace trace;
  private final Audit audit;
  private final List<Node> nodes = new ArrayList<>();
  private Instant nextPump = Instant.MAX;
  private final Map<OrderId, Instant> lastClaims = new HashMap<>();
  private long looks;
  private long overtaken;

  Engine(Fakes fakes, Turns turns, Luck luck, Trace trace, Audit audit) {
    this.fakes = fakes;
    this.turns = turns;
    this.luck = luck;
    this.trace = trace;
    this.audit = audit;
  }

  void add(Node node) {
    nodes.add(node);
  }

  List<Node> nodes() {
    return nodes;
  }

  long looks() {
    return looks;
  }

  /** What a worker's thread does: looks at what it is given, until it dies with its world. */
  void run(Worker worker) {
    worker.fiber().awaitTurn();
    while (!turns.isOver()) {
      look(worker, worker.claim().orElseThrow());
      Thread.interrupted();
      worker.ends();
      pumpAt(turns.now());
      turns.sleepUntilWoken(worker.fiber());
    }
  }

  private void look(Worker worker, Claim claim) {
    looks++;
    try {
      var outcome = worker.work().work(claim);
      fakes.store.complete(claim, outcome);
      trace.add(turns.now(), worker, outcome.getClass().getSimpleName(), claim.order());
      audit.afterLook(claim.order(), outcome);
    } catch (LostClaimException stop) {
      trace.add(turns.now(), worker, "lost", claim.order());
    } catch (StoreException failed) {
      fakes.store.giveBack(claim, turns.now().plus(STORE_RETRY));
    } catch (ProcessDeath death) {
      trace.add(turns.now(), worker, "died", claim.order());
    } catch (AssertionError wrong) {
      audit.broken(claim.order(), wrong);
      fakes.store.giveBack(claim, turns.now().plus(STORE_RETRY));
    }
  }

  /** Somebody may have made an order due. */
  void pumpAt(Instant time) {
    if (time.isBefore(nextPump)) {
      nextPump = time;
      turns.at(time, () -> pump(time));
    }
  }

  private void pump(Instant asPlanned) {
    if (!asPlanned.equals(nextPump)) {
      return; // a sooner one was planned since, and plans on
    }
    nextPump = Instant.MAX;
    for (var due = fakes.store.nextDue(); due.isPresent(); due = fakes.store.nextDue()) {
      var at = fakes.store.dueAt(due.get()).orElseThrow();
      if (at.isAfter(turns.now())) {
        pumpAt(at);
        return;
      }
      var free = freeWorkers();
      if (free.isEmpty()) {
        return; // whoever becomes free pumps again
      }
      give(due.get(), luck.oneOf(free));
    }
  }

  private List<Worker> freeWorkers() {
    return nodes.stream()
        .filter(node -> node.takesWork(turns.now()))
        .flatMap(node -> node.workers().stream())
        .filter(Worker::isIdle)
        .toList();
  }

  private void give(OrderId order, Worker worker) {
    worker.begins(fakes.store.claim(order));
    lastClaims.put(order, turns.now());
    trace.add(turns.now(), worker, "claims", order);
    turns.wakeUp(worker.fiber());
  }

  /** A call leaves the worker. */
  void begins(Worker worker, Call call) {
    var claim = worker.claim().orElseThrow();
    trace.add(turns.now(), worker, call, claim.order());
    if (call.kind() == Call.Kind.ACT && !fakes.store.isNewest(claim)) {
      sendsLate(worker, call);
    }
  }

  /**
   * The order was taken over. A node that could know it has broken its promise; one that was taken
   * over after the ledger had just confirmed the order to be its own could not, and is counted.
   */
  private void sendsLate(Worker worker, Call call) {
    var order = worker.claim().orElseThrow().order();
    var takenOver = Optional.ofNullable(lastClaims.get(order)).orElseThrow();
    boolean couldKnow =
        takenOver.isBefore(worker.provenAt())
            || turns.now().isAfter(worker.provenAt().plus(PROOF_HOLDS));
    if (couldKnow) {
      throw new AssertionError("a node that was taken over still does " + call.words());
    }
    overtaken++;
  }

  /** How often a node was taken over between the ledger's word and its sending. */
  long overtaken() {
    return overtaken;
  }

  /** A call has had its effect. */
  void succeeded(Worker worker, Call call) {
    if (call.kind() == Call.Kind.STORE_WRITE || call == Call.CONFIRM) {
      worker.isProven(turns.now());
    }
  }

  /** A call is about to have its effect. */
  void arrives(Worker worker, Call call) {
    if (call == Call.ACCEPT) {
      Staff.actsBeforeAccept(fakes, luck, worker.claim().orElseThrow().order());
    }
  }

  /** An effect of which nobody waits for the answer any more. */
  void unheard(Supplier<?> effect) {
    try {
      trace.add(turns.now(), "late", "effect", effect.get().getClass().getSimpleName());
    } catch (ExternalCallException | StoreException | LostClaimException refused) {
      trace.add(turns.now(), "late", "effect", "refused");
    }
    pumpAt(turns.now());
  }

  /** The process dies; its orders are taken over when it has been silent for long enough. */
  void crash(Node node) {
    if (node.state() == Node.State.DOWN) {
      return;
    }
    trace.add(turns.now(), node, "dies", "");
    node.become(Node.State.DOWN);
    for (Worker worker : node.workers()) {
      worker
          .claim()
          .ifPresent(
              claim -> {
                takeOverAt(claim, turns.now().plus(silence()));
                worker.doom();
                turns.wakeUp(worker.fiber());
              });
    }
    turns.after(luck.between(Duration.ofSeconds(2), Duration.ofSeconds(90)), () -> start(node));
  }

  private void takeOverAt(Claim claim, Instant time) {
    fakes.store.takeOver(claim, time);
    pumpAt(time);
  }

  /** No worker runs on until then; what it holds is taken over unless it wakes up in time. */
  void freeze(Node node, Duration duration) {
    if (node.state() == Node.State.DOWN) {
      return;
    }
    trace.add(turns.now(), node, "freezes", duration);
    node.freeze(turns.now(), turns.now().plus(duration));
    var since = node.frozenSince();
    turns.at(since.plus(silence()), () -> takeOverFrom(node, since));
    turns.after(duration, () -> pumpAt(turns.now()));
  }

  private void takeOverFrom(Node node, Instant frozenSince) {
    boolean stillFrozen = node.isFrozen(turns.now()) && node.frozenSince().equals(frozenSince);
    if (node.state() != Node.State.DOWN && stillFrozen) {
      node.workers().stream()
          .flatMap(worker -> worker.claim().stream())
          .forEach(claim -> takeOverAt(claim, turns.now()));
    }
  }

  /** SIGTERM: no new work; what is not done within the drain time is cut short. */
  void stop(Node node) {
    if (node.state() != Node.State.UP) {
      return;
    }
    trace.add(turns.now(), node, "stops", "");
    node.become(Node.State.STOPPING);
    turns.after(DRAIN_TIME, () -> cutShort(node));
    turns.after(DRAIN_TIME.multipliedBy(2), () -> crash(node));
  }

  private void cutShort(Node node) {
    if (node.state() == Node.State.STOPPING && !node.isFrozen(turns.now())) {
      node.workers().stream().filter(worker -> !worker.isIdle()).forEach(this::cutShort);
    }
  }

  private void cutShort(Worker worker) {
    worker.cutShort();
    turns.wakeUp(worker.fiber());
  }

  private void start(Node node) {
    trace.add(turns.now(), node, "starts", "");
    node.become(Node.State.UP);
    pumpAt(turns.now());
  }

  boolean isHeld(OrderId order) {
    return nodes.stream()
        .filter(node -> node.state() != Node.State.DOWN)
        .flatMap(node -> node.workers().stream())
        .flatMap(worker -> worker.claim().stream())
        .anyMatch(claim -> claim.order().equals(order) && fakes.store.isNewest(claim));
  }

  /** After how long without a sign of life a node is given up: 0.8 to 1.2 times the setting. */
  private Duration silence() {
    var after = Fakes.SETTINGS.takeoverAfter().toMillis();
    return luck.between(Duration.ofMillis(after * 8 / 10), Duration.ofMillis(after * 12 / 10));
  }
}
