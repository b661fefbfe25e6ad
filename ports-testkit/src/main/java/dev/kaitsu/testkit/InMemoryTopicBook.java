package dev.kaitsu.testkit;

import dev.kaitsu.model.OrderCensus;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.StreamPosition;
import dev.kaitsu.model.TopicStanding;
import dev.kaitsu.port.out.TopicBook;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The topics in memory, over a store that it may share with an inbox. */
public final class InMemoryTopicBook implements TopicBook {
  private final InMemoryStore store;

  public InMemoryTopicBook(InMemoryStore store) {
    this.store = store;
  }

  @Override
  public List<TopicStanding> standings() {
    return store.read(() -> store.topics().standings());
  }

  @Override
  public Set<String> received(String topic, Collection<String> keys) {
    return store.read(
        () ->
            keys.stream()
                .filter(key -> store.topics().isReceived(topic, key))
                .collect(Collectors.toUnmodifiableSet()));
  }

  @Override
  public OrderCensus census(Collection<OrderId> orders) {
    return store.read(
        () -> {
          var distinct = new HashSet<>(orders);
          int known = (int) distinct.stream().filter(id -> store.find(id).isPresent()).count();
          int idle =
              (int)
                  distinct.stream()
                      .flatMap(id -> store.find(id).stream())
                      .filter(StoredOrder::isIdle)
                      .count();
          return new OrderCensus(idle, known - idle, distinct.size() - known);
        });
  }

  @Override
  public void begin(String topic, StreamPosition position, String by) {
    store.write(
        () -> {
          var lease = store.leases().getOrDefault(topic, StoredLease.NOBODYS);
          store.leases().put(topic, lease.ended().nextTerm());
          if (position instanceof StreamPosition.After after) {
            store.topics().moveCursor(topic, after.id(), store.now());
          } else {
            store.topics().forgetCursor(topic);
            store.topics().ask(topic, position, by, store.now());
          }
          return position;
        });
  }
}
