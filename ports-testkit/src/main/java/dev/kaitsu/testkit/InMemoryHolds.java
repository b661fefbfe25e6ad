package dev.kaitsu.testkit;

import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.SystemHold;
import dev.kaitsu.port.out.Holds;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds in memory, over the store that has the orders' jobs. */
public final class InMemoryHolds implements Holds {
  private final InMemoryStore store;
  private final Set<OrderId> waiting = new LinkedHashSet<>();
  private final Set<OrderId> admitted = new HashSet<>();
  private Optional<SystemHold> hold = Optional.empty();

  public InMemoryHolds(InMemoryStore store) {
    this.store = store;
  }

  @Override
  public Optional<SystemHold> current() {
    synchronized (store) {
      return hold;
    }
  }

  @Override
  public boolean enqueue(SystemHold seen, OrderId order) {
    return store.write(
        () -> {
          if (hold.isEmpty() || (seen.back() && admitted.contains(order))) {
            return false;
          }
          admitted.remove(order);
          waiting.add(order);
          return true;
        });
  }

  @Override
  public boolean down(String system, String reason) {
    return store.write(
        () -> {
          boolean news = hold.filter(any -> !any.back()).isEmpty();
          var since = hold.map(SystemHold::since).orElseGet(store::now);
          hold = Optional.of(new SystemHold(system, since, false, 0, reason));
          return news;
        });
  }

  @Override
  public void back(String system) {
    store.write(
        () -> {
          hold = hold.map(down -> new SystemHold(system, down.since(), true, 0, down.reason()));
          return true;
        });
  }

  @Override
  public int startNext(String system, int most) {
    return store.write(
        () -> {
          var next = List.copyOf(waiting).subList(0, Math.min(most, waiting.size()));
          next.forEach(order -> store.known(order).lookAgain(store.now()));
          next.forEach(waiting::remove);
          admitted.addAll(next);
          hold =
              hold.map(
                  back ->
                      new SystemHold(
                          system, back.since(), back.back(), back.rounds() + 1, back.reason()));
          return next.size();
        });
  }

  @Override
  public void lift(String system) {
    store.write(
        () -> {
          hold = hold.filter(any -> !waiting.isEmpty());
          return true;
        });
  }
}
