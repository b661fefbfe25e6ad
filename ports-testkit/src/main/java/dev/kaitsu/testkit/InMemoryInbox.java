package dev.kaitsu.testkit;

import dev.kaitsu.model.EventBatch;
import dev.kaitsu.model.Hint;
import dev.kaitsu.model.Receipt;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.model.StreamPosition;
import dev.kaitsu.port.out.Inbox;
import dev.kaitsu.port.out.LostStreamException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The inbox in memory, over a store that it may share with a ledger. */
public final class InMemoryInbox implements Inbox {
  private final InMemoryStore store;

  public InMemoryInbox(InMemoryStore store) {
    this.store = store;
  }

  @Override
  public Set<String> receive(Receipt receipt) {
    return store.write(() -> take(receipt));
  }

  @Override
  public void hint(List<Hint> hints) {
    store.write(
        () -> {
          hints.forEach(store::hint);
          return hints.size();
        });
  }

  @Override
  public int hintIfIdle(List<Hint> hints) {
    return store.write(
        () -> {
          var idle = hints.stream().filter(this::isIdle).toList();
          idle.forEach(store::hint);
          return idle.size();
        });
  }

  @Override
  public Optional<ReplayId> cursor(String topic) {
    return store.read(() -> store.topics().cursor(topic));
  }

  @Override
  public Optional<StreamPosition> asked(String topic) {
    return store.read(() -> store.topics().asked(topic));
  }

  @Override
  public void startOver(String topic, ReplayId rejected) {
    store.write(
        () -> {
          var topics = store.topics();
          boolean movedOn = topics.cursor(topic).filter(now -> !now.equals(rejected)).isPresent();
          if (!movedOn && topics.asked(topic).isEmpty()) {
            topics.ask(topic, new StreamPosition.Earliest(), "kaitsu", store.now());
          }
          return movedOn;
        });
  }

  @Override
  public Optional<Duration> cursorAge(String topic) {
    return store.read(
        () -> store.topics().savedAt(topic).map(saved -> Duration.between(saved, store.now())));
  }

  /** The events kept aside, with their bytes, without a call. */
  public List<StreamEvent.Undecodable> parked() {
    synchronized (store) {
      return store.topics().parked().values().stream().map(StoredTopics.Parked::event).toList();
    }
  }

  private Set<String> take(Receipt receipt) {
    refuseOldTerm(receipt.batch());
    var fresh = store.topics().enter(receipt.batch(), store.now());
    receipt.hints().stream()
        .filter(given -> fresh.contains(given.eventKey()))
        .forEach(given -> store.hint(given.hint()));
    return fresh;
  }

  private void refuseOldTerm(EventBatch batch) {
    var lease = store.leases().getOrDefault(batch.topic(), StoredLease.NOBODYS);
    if (batch.term().isPresent() && batch.term().getAsLong() != lease.term()) {
      throw new LostStreamException(batch.topic());
    }
  }

  private boolean isIdle(Hint hint) {
    return store.find(hint.order()).map(StoredOrder::isIdle).orElse(true);
  }
}
