package dev.kaitsu.crash.point;

import dev.kaitsu.crash.world.Call;
import dev.kaitsu.crash.world.Fakes;
import dev.kaitsu.crash.world.ProcessDeath;
import dev.kaitsu.domain.FulfillmentOrchestrator;
import dev.kaitsu.model.Claim;
import dev.kaitsu.model.Hint;
import dev.kaitsu.model.HintSource;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.port.in.OrderWork;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.FulfillmentListener;
import dev.kaitsu.port.out.Inbox;
import dev.kaitsu.port.out.LostClaimException;
import dev.kaitsu.port.out.StoreException;
import dev.kaitsu.testkit.AnOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * One story on a virtual clock: orders, and nodes of which one works while the others wait. A dead
 * or frozen node's order is taken over after {@link #TAKEOVER}, a failed store tried again after a
 * second.
 */
final class PointWorld {
  static final Duration TAKEOVER = Fakes.SETTINGS.takeoverAfter();
  private static final Duration STORE_RETRY = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofHours(3);
  private static final int MOST_LOOKS = 1000;
  private static final int MOST_DEATHS = 4 * Fakes.SETTINGS.takeoverLimit();

  final Fakes fakes = new Fakes();
  private final StoppingWire wire = new StoppingWire(this);
  private final List<OrderId> orders = new ArrayList<>();
  private final PriorityQueue<Later> later = new PriorityQueue<>(Comparator.comparing(Later::at));
  private final List<String> defects = new ArrayList<>();
  private final Inbox inbox;
  private final OrderWork node;
  private final OrderWork other;
  private Optional<Claim> working = Optional.empty();
  private boolean frozen;
  private int looks;
  private int deaths;

  private record Later(Instant at, Runnable action) {}

  PointWorld() {
    var listener =
        new FulfillmentListener() {
          @Override
          public void defect(Claim claim, String step, RuntimeException defect) {
            defects.add(step + ": " + defect);
          }
        };
    var ports = fakes.over(wire, Fakes.SETTINGS.lookWindow(), listener);
    inbox = ports.inbox();
    node = new FulfillmentOrchestrator(ports, Fakes.SETTINGS, fakes.time(), Runnable::run);
    other = new FulfillmentOrchestrator(ports, Fakes.SETTINGS, fakes.time(), Runnable::run);
    fakes.customers.link(AnOrder.ACCOUNT, AnOrder.CLIENT);
    fakes.billing.office().clientWithPaymentMethod(AnOrder.CLIENT);
  }

  StoppingWire wire() {
    return wire;
  }

  List<OrderId> orders() {
    return List.copyOf(orders);
  }

  List<String> defects() {
    return List.copyOf(defects);
  }

  void approve(AnOrder order) {
    var id = order.order().id();
    orders.add(id);
    fakes.salesforce.put(order);
    hint(id);
  }

  /** An event about the order is durable. */
  void hint(OrderId order) {
    fakes.inbox.hint(List.of(Hint.of(order, HintSource.CHANGE_EVENT)));
  }

  /** An operator asks for another attempt, and the event comes through. */
  void operatorRetries(OrderId order) {
    fakes.salesforce.operatorSetsActivating(order);
    hint(order);
  }

  /** Something happens after this time, whatever fulfillment does meanwhile. */
  void later(Duration delay, Runnable action) {
    at(fakes.clock.instant().plus(delay), action);
  }

  void at(Instant time, Runnable action) {
    later.add(new Later(time, action));
  }

  void untilSettled() {
    var latest = fakes.clock.instant().plus(PATIENCE);
    while (oneMore(latest)) {
      looks++;
      require(looks < MOST_LOOKS, "looked at without an end");
    }
    if (!frozen && wire.antidote()) {
      require(deaths <= MOST_DEATHS * orders.size(), deaths + " nodes died of the same orders");
      orders.forEach(this::askForWhatIsUnfinished);
      untilSettled();
    }
  }

  /** An order that was set aside is asked for by hand. */
  private void askForWhatIsUnfinished(OrderId order) {
    if (fakes.salesforce.order(order).isActivating()) {
      operatorRetries(order);
    } else if (isUnfinished(order)) {
      hint(order);
    }
  }

  /** An operator asks for another attempt, as often as it takes to get through to us. */
  void retry(OrderId order) {
    fakes.salesforce.operatorSetsActivating(order);
    while (fakes.store.dueAt(order).isEmpty()) {
      try {
        inbox.hint(List.of(Hint.of(order, HintSource.OPERATOR)));
      } catch (ProcessDeath | StoreException unheard) {
        fakes.clock.advance(STORE_RETRY);
      }
    }
    untilSettled();
  }

  /** The node stands still in its call; meanwhile another one takes its order over. */
  void freeze(boolean untilAllEnded) {
    if (working.isEmpty() || frozen) {
      return; // nobody holds a claim here, or the other node is at work already
    }
    var mine = working.get();
    frozen = true;
    fakes.store.takeOver(mine, fakes.clock.instant().plus(TAKEOVER));
    if (untilAllEnded) {
      untilSettled();
    } else {
      var latest = fakes.clock.instant().plus(PATIENCE);
      while (fakes.store.isNewest(mine) && oneMore(latest)) {
        looks++;
      }
    }
    frozen = false;
    working = Optional.of(mine);
  }

  void requireNewestClaim(Call call) {
    working.ifPresent(
        claim ->
            require(
                fakes.store.isNewest(claim),
                "a node that was taken over still does %s of order %s"
                    .formatted(call.words(), claim.order())));
  }

  static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }

  private boolean oneMore(Instant latest) {
    var due = fakes.store.nextDue();
    var dueAt = due.flatMap(fakes.store::dueAt);
    var next = Optional.ofNullable(later.peek());
    if (next.isPresent() && dueAt.filter(at -> at.isBefore(next.get().at())).isEmpty()) {
      later.remove(next.get());
      fakes.clock.advanceTo(next.get().at());
      happen(next.get().action());
      return true;
    }
    if (due.isEmpty()) {
      return false;
    }
    require(dueAt.orElseThrow().isBefore(latest), "still waits at " + latest);
    fakes.clock.advanceTo(dueAt.get());
    look(due.get());
    return true;
  }

  private static void happen(Runnable action) {
    try {
      action.run();
    } catch (ExternalCallException refused) {
      // whoever asked for it is dead and hears nothing
    }
  }

  private void look(OrderId order) {
    var claim = fakes.store.claim(order);
    var before = working;
    working = Optional.of(claim);
    try {
      var outcome = (frozen ? other : node).work(claim);
      fakes.store.complete(claim, outcome);
      if (!(outcome instanceof WorkOutcome.SetAside)) {
        requireNextLook(order);
      }
    } catch (LostClaimException stop) {
      // the newer claim's holder goes on
    } catch (StoreException failed) {
      fakes.store.giveBack(claim, fakes.clock.instant().plus(STORE_RETRY));
    } catch (ProcessDeath death) {
      deaths++;
      fakes.store.takeOver(claim, fakes.clock.instant().plus(TAKEOVER));
    } finally {
      working = before;
    }
  }

  private boolean isUnfinished(OrderId order) {
    var file = fakes.file(order);
    return file.open().isPresent() || file.owed().isPresent() || file.searching();
  }

  private void requireNextLook(OrderId order) {
    require(
        !isUnfinished(order) || fakes.store.dueAt(order).isPresent(),
        "order %s is not finished, and nobody will look at it again".formatted(order));
  }
}
