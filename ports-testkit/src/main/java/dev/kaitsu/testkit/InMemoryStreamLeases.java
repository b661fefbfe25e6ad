package dev.kaitsu.testkit;

import dev.kaitsu.model.StreamLease;
import dev.kaitsu.port.out.StreamLeases;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One node's leases in memory; nodes that share a store compete. They run out by its clock. */
public final class InMemoryStreamLeases implements StreamLeases {
  private final InMemoryStore store;
  private final String node;
  private final Duration life;

  public InMemoryStreamLeases(InMemoryStore store, String node, Duration life) {
    this.store = store;
    this.node = node;
    this.life = life;
  }

  @Override
  public Optional<StreamLease> take(String topic) {
    return store.write(() -> taken(topic));
  }

  @Override
  public boolean renew(StreamLease lease) {
    return store.write(() -> renewed(lease));
  }

  @Override
  public void release(StreamLease lease) {
    store.write(
        () -> {
          if (isMine(lease)) {
            change(lease.topic(), StoredLease::ended);
          }
          return lease;
        });
  }

  @Override
  public Duration life() {
    return life;
  }

  @Override
  public Optional<String> holder(String topic) {
    return store.read(
        () -> held(topic).filter(now -> now.isAlive(store.now())).map(StoredLease::owner));
  }

  /** Somebody begins a new term, as when a person moves the cursor. */
  public void beginNewTerm(String topic) {
    store.write(
        () -> {
          change(topic, StoredLease::nextTerm);
          return topic;
        });
  }

  private Optional<StoredLease> held(String topic) {
    return Optional.ofNullable(store.leases().get(topic));
  }

  private Optional<StreamLease> taken(String topic) {
    var now = store.now();
    var before = held(topic).orElse(StoredLease.NOBODYS);
    if (before.isAlive(now) && !before.isOf(node)) {
      return Optional.empty();
    }
    long term = before.isAlive(now) ? before.term() : before.term() + 1;
    store.leases().put(topic, new StoredLease(node, term, now.plus(life)));
    return Optional.of(new StreamLease(topic, term));
  }

  private boolean renewed(StreamLease lease) {
    var now = store.now();
    boolean good = isMine(lease) && held(lease.topic()).orElseThrow().isAlive(now);
    if (good) {
      store.leases().put(lease.topic(), new StoredLease(node, lease.term(), now.plus(life)));
    }
    return good;
  }

  private boolean isMine(StreamLease lease) {
    return held(lease.topic())
        .filter(known -> known.isOf(node) && known.term() == lease.term())
        .isPresent();
  }

  private void change(String topic, UnaryOperator<StoredLease> change) {
    store.leases().computeIfPresent(topic, (any, lease) -> change.apply(lease));
  }
}
