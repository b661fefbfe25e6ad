package dev.kaitsu.sandbox.salesforce.bus;

import com.google.protobuf.ByteString;
import dev.kaitsu.sandbox.salesforce.bus.EventLog.NewEvent;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/** One topic of the bus, as its subscribers see it. Safe for use by many threads. */
public final class Topic {
  private final String name;
  private final EventLog log;
  private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();
  private volatile Optional<String> schemaId = Optional.empty();

  Topic(String name, InstantSource clock, long seed) {
    this.name = name;
    this.log = new EventLog(clock, seed ^ name.hashCode());
  }

  public String name() {
    return name;
  }

  /** The topic's current schema; empty where events of several schemas share the topic. */
  public Optional<String> schemaId() {
    return schemaId;
  }

  /** Change events are published by the org alone. */
  public boolean takesPublications() {
    return name.startsWith("/event/");
  }

  /** Reads only what is published from now on. */
  public TopicReader fromLatest() {
    return new TopicReader(log, log.end());
  }

  /** Reads from the oldest event still retained. */
  public TopicReader fromEarliest() {
    return new TopicReader(log, log.oldest());
  }

  /**
   * Reads from the first event after this id; empty for an id that is malformed, unknown or old.
   */
  public Optional<TopicReader> after(ByteString replayId) {
    return ReplayId.parse(replayId)
        .flatMap(
            id -> {
              var position = log.after(id);
              return position.isPresent()
                  ? Optional.of(new TopicReader(log, position.getAsLong()))
                  : Optional.empty();
            });
  }

  /** Runs the listener, on the publisher's thread, after each publication. */
  public void listen(Runnable listener) {
    listeners.add(listener);
  }

  public void unlisten(Runnable listener) {
    listeners.remove(listener);
  }

  /** The replay id of the last event published; empty when none is retained. */
  public Optional<ReplayId> newest() {
    return log.newest();
  }

  void schemaId(String current) {
    schemaId = Optional.of(current);
  }

  ReplayId append(List<NewEvent> events) {
    var replayId = log.append(events);
    listeners.forEach(Runnable::run);
    return replayId;
  }

  List<BusEvent> events() {
    return log.read(log.oldest(), Integer.MAX_VALUE);
  }

  void reset() {
    log.reset();
  }

  void restartNumbering() {
    log.restartNumbering();
  }
}
