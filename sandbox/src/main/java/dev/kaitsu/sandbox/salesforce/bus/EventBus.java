package dev.kaitsu.sandbox.salesforce.bus;

import com.google.protobuf.ByteString;
import dev.kaitsu.sandbox.salesforce.bus.EventLog.NewEvent;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/**
 * The event bus of one emulated org. Events are kept for {@link #RETENTION}; each gets a replay id
 * with gaps that look random and depend on the seed alone. Safe for use by many threads.
 */
public final class EventBus {
  /** How long the vendor keeps high-volume platform events and change events. */
  public static final Duration RETENTION = Duration.ofDays(3);

  private final InstantSource clock;
  private final long seed;
  private final Schemas schemas = new Schemas();
  private final Map<String, Topic> topics = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> channels = new ConcurrentHashMap<>();

  /**
   * An empty bus.
   *
   * @param seed of the replay ids: two buses with one seed number their events alike, so give a bus
   *     that outlives a client's stored cursor another one
   */
  public EventBus(InstantSource clock, long seed) {
    this.clock = clock;
    this.seed = seed;
  }

  /** Makes the topic, or gives it a new schema. Schemas replaced can still be fetched by id. */
  public void define(String topic, Schema schema) {
    topics
        .computeIfAbsent(topic, name -> new Topic(name, clock, seed))
        .schemaId(schemas.keep(schema));
  }

  /**
   * Makes a channel without a schema of its own, such as {@code /data/ChangeEvents}, that carries
   * what is published to its members from now on.
   */
  public void defineChannel(String channel, Set<String> memberTopics) {
    topics.computeIfAbsent(channel, name -> new Topic(name, clock, seed));
    channels.put(channel, Set.copyOf(memberTopics));
  }

  /** Publishes one event under a new EventUuid, encoded with the record's own schema. */
  public byte[] publish(String topic, GenericRecord event) {
    return publishMany(topic, List.of(event));
  }

  /** Publishes events that share one replay id, as enriched change events do. */
  public byte[] publishMany(String topic, List<? extends GenericRecord> events) {
    return append(topic, events.stream().map(this::encoded).toList());
  }

  /** Publishes any bytes under any schema id; the bus checks neither. */
  public byte[] publishRaw(String topic, String schemaId, byte[] payload) {
    return publishRaw(topic, schemaId, payload, UUID.randomUUID().toString());
  }

  /**
   * As {@link #publishRaw(String, String, byte[])}, under an EventUuid of the caller's choice: one
   * used before makes a duplicate, a blank one makes an event without id.
   */
  public byte[] publishRaw(String topic, String schemaId, byte[] payload, String eventId) {
    return append(topic, List.of(new NewEvent(eventId, schemaId, ByteString.copyFrom(payload))));
  }

  /** The retained events of a topic, oldest first. */
  public List<BusEvent> events(String topic) {
    return known(topic).events();
  }

  /** A sandbox refresh: retained events are gone and every replay id issued so far is rejected. */
  public void resetReplay(String topic) {
    known(topic).reset();
  }

  /**
   * A stream reset of the worse kind: retained events are gone, and the replay ids issued so far
   * are issued again, to other events.
   */
  public void reuseReplayIds(String topic) {
    known(topic).restartNumbering();
  }

  public Optional<Topic> topic(String name) {
    return Optional.ofNullable(topics.get(name));
  }

  public Optional<Schema> schema(String schemaId) {
    return schemas.find(schemaId);
  }

  private NewEvent encoded(GenericRecord event) {
    var payload = Payloads.encode(event);
    return new NewEvent(UUID.randomUUID().toString(), schemas.keep(event.getSchema()), payload);
  }

  private byte[] append(String topic, List<NewEvent> events) {
    var replayId = known(topic).append(events);
    channels.forEach(
        (channel, members) -> {
          if (members.contains(topic)) {
            known(channel).append(events);
          }
        });
    return replayId.bytes();
  }

  private Topic known(String topic) {
    return topic(topic)
        .orElseThrow(
            () -> new IllegalArgumentException("no topic '%s': define it first".formatted(topic)));
  }
}
