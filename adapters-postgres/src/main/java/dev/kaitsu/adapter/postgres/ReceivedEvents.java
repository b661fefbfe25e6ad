package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.EventBatch;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.StreamEvent;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The events themselves: which came before, which nobody can read, and where the topic stands. */
final class ReceivedEvents {
  private static final String ENTER =
      """
      insert into kaitsu.inbox (topic, event_key, replay_id)
      select :topic, event_key, decode(replay_id, 'hex')
      from unnest(:keys, :replayIds) as event (event_key, replay_id) order by event_key
      on conflict do nothing
      returning event_key
      """;

  private static final String PARK =
      """
      insert into kaitsu.parked_events (topic, event_key, schema_id, replay_id, payload, reason)
      values (:topic, :key, :schemaId, :replayId, :payload, :reason)
      on conflict do nothing
      """;

  private static final String MOVE_CURSOR =
      """
      with asked as (delete from kaitsu.replay_requests where topic = :topic)
      insert into kaitsu.cursors (topic, replay_id, saved_at)
      values (:topic, :replayId, clock_timestamp())
      on conflict (topic) do update
      set replay_id = excluded.replay_id, saved_at = excluded.saved_at
      """;

  private static final String CURSOR_AGE =
      """
      select (extract(epoch from clock_timestamp() - saved_at) * 1000)::bigint
      from kaitsu.cursors where topic = :topic
      """;

  private ReceivedEvents() {}

  /** Enters the events, parks the new undecodable ones, and tells which keys were new. */
  static Set<String> enter(Handle handle, EventBatch batch) {
    var events = distinct(batch.events());
    if (events.isEmpty()) {
      return Set.of();
    }
    var fresh =
        handle
            .createQuery(ENTER)
            .bind("topic", batch.topic())
            .bindArray("keys", String.class, events.stream().map(StreamEvent::key).toList())
            .bindArray("replayIds", String.class, events.stream().map(ReceivedEvents::hex).toList())
            .mapTo(String.class)
            .collect(Collectors.toUnmodifiableSet());
    events.stream()
        .filter(StreamEvent.Undecodable.class::isInstance)
        .map(StreamEvent.Undecodable.class::cast)
        .filter(event -> fresh.contains(event.key()))
        .forEach(event -> park(handle, batch.topic(), event));
    return fresh;
  }

  /** The topic goes on from here, whatever was asked for before. */
  static void moveCursor(Handle handle, String topic, ReplayId cursor) {
    handle
        .createUpdate(MOVE_CURSOR)
        .bind("topic", topic)
        .bind("replayId", cursor.bytes())
        .execute();
  }

  static Optional<ReplayId> cursor(Handle handle, String topic) {
    return handle
        .createQuery("select replay_id from kaitsu.cursors where topic = :topic")
        .bind("topic", topic)
        .mapTo(byte[].class)
        .findOne()
        .map(ReplayId::new);
  }

  static Optional<Duration> cursorAge(Handle handle, String topic) {
    return handle
        .createQuery(CURSOR_AGE)
        .bind("topic", topic)
        .mapTo(Long.class)
        .findOne()
        .map(Duration::ofMillis);
  }

  private static List<StreamEvent> distinct(List<StreamEvent> events) {
    var byKey = new LinkedHashMap<String, StreamEvent>();
    events.forEach(event -> byKey.putIfAbsent(event.key(), event));
    return byKey.values().stream().sorted(Comparator.comparing(StreamEvent::key)).toList();
  }

  private static String hex(StreamEvent event) {
    return HexFormat.of().formatHex(event.replayId().bytes());
  }

  private static void park(Handle handle, String topic, StreamEvent.Undecodable event) {
    handle
        .createUpdate(PARK)
        .bind("topic", topic)
        .bind("key", event.key())
        .bind("schemaId", event.schemaId())
        .bind("replayId", event.replayId().bytes())
        .bind("payload", event.payload().bytes())
        .bind("reason", event.reason())
        .execute();
  }
}
