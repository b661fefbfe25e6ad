package dev.kaitsu.testkit;

import dev.kaitsu.model.EventBatch;
import dev.kaitsu.model.Hint;
import dev.kaitsu.model.Receipt;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.port.out.Inbox;
import dev.kaitsu.port.out.LostStreamException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The inbox in memory, over a store that it may share with a ledger. */
public final class InMemoryInbox implements Inbox {
  private final InMemoryStore store;
  private final Set<List<String>> received = new HashSet<>();
  private final Map<String, SavedCursor> cursors = new HashMap<>();
  private final List<StreamEvent.Undecodable> parked = new ArrayList<>();

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
    return store.read(() -> Optional.ofNullable(cursors.get(topic)).map(SavedCursor::id));
  }

  @Override
  public Optional<Duration> cursorAge(String topic) {
    return store.read(
        () ->
            Optional.ofNullable(cursors.get(topic))
                .map(saved -> Duration.between(saved.at(), store.now())));
  }

  /** The events kept aside, with their bytes, without a call. */
  public List<StreamEvent.Undecodable> parked() {
    synchronized (store) {
      return List.copyOf(parked);
    }
  }

  private Set<String> take(Receipt receipt) {
    refuseOldTerm(receipt.batch());
    var fresh = new LinkedHashSet<String>();
    for (var event : receipt.batch().events()) {
      if (received.add(List.of(receipt.batch().topic(), event.key()))) {
        fresh.add(event.key());
        if (event instanceof StreamEvent.Undecodable unreadable) {
          parked.add(unreadable);
        }
      }
    }
    receipt.hints().stream()
        .filter(given -> fresh.contains(given.eventKey()))
        .forEach(given -> store.hint(given.hint()));
    cursors.put(receipt.batch().topic(), new SavedCursor(receipt.batch().cursor(), store.now()));
    return Set.copyOf(fresh);
  }

  private void refuseOldTerm(EventBatch batch) {
    var lease = store.leases().getOrDefault(batch.topic(), StoredLease.NOBODYS);
    if (batch.term().isPresent() && batch.term().getAsLong() != lease.term()) {
      throw new LostStreamException(batch.topic());
    }
  }

  private record SavedCursor(ReplayId id, Instant at) {}

  private boolean isIdle(Hint hint) {
    return store.find(hint.order()).map(StoredOrder::isIdle).orElse(true);
  }
}
