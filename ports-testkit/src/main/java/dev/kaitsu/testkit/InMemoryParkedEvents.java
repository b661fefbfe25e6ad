package dev.kaitsu.testkit;

import dev.kaitsu.model.Hint;
import dev.kaitsu.model.ParkedEvent;
import dev.kaitsu.model.Payload;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.port.out.ParkedEvents;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parked events in memory, over a store that it may share with an inbox. */
public final class InMemoryParkedEvents implements ParkedEvents {
  private final InMemoryStore store;

  public InMemoryParkedEvents(InMemoryStore store) {
    this.store = store;
  }

  @Override
  public List<ParkedEvent> open() {
    return store.read(() -> parked().values().stream().map(InMemoryParkedEvents::row).toList());
  }

  @Override
  public int countOpen() {
    return store.read(() -> parked().size());
  }

  @Override
  public Optional<Payload> payload(String topic, String key) {
    return store.read(
        () -> Optional.ofNullable(parked().get(List.of(topic, key))).map(p -> p.event().payload()));
  }

  @Override
  public boolean settle(String topic, String key, String as, List<Hint> hints) {
    return store.write(
        () -> {
          boolean open = parked().remove(List.of(topic, key)) != null;
          if (open) {
            hints.forEach(store::hint);
          }
          return open;
        });
  }

  @Override
  public void explain(String topic, String key, String reason) {
    store.write(
        () ->
            Optional.ofNullable(
                parked()
                    .computeIfPresent(
                        List.of(topic, key), (any, parked) -> because(parked, reason))));
  }

  private Map<List<String>, StoredTopics.Parked> parked() {
    return store.topics().parked();
  }

  private static StoredTopics.Parked because(StoredTopics.Parked parked, String reason) {
    var event = parked.event();
    return new StoredTopics.Parked(
        parked.topic(),
        new StreamEvent.Undecodable(
            event.key(), event.replayId(), event.schemaId(), event.payload(), reason),
        parked.at());
  }

  private static ParkedEvent row(StoredTopics.Parked parked) {
    var event = parked.event();
    return new ParkedEvent(
        parked.topic(),
        event.key(),
        event.replayId(),
        event.schemaId(),
        event.reason(),
        parked.at(),
        event.payload().bytes().length);
  }
}
