package dev.kaitsu.testkit;

import dev.kaitsu.model.EventBatch;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.model.StreamPosition;
import dev.kaitsu.model.TopicStanding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a store in memory holds about topics. Its store guards it. */
final class StoredTopics {
  /** An event kept aside, and since when. */
  record Parked(String topic, StreamEvent.Undecodable event, Instant at) {}

  private final Set<List<String>> received = new HashSet<>();
  private final Map<String, TopicStanding.Cursor> cursors = new HashMap<>();
  private final Map<String, TopicStanding.Request> requests = new HashMap<>();
  private final Map<List<String>, Parked> parked = new LinkedHashMap<>();

  Set<String> enter(EventBatch batch, Instant now) {
    var fresh = new LinkedHashSet<String>();
    for (var event : batch.events()) {
      if (received.add(List.of(batch.topic(), event.key()))) {
        fresh.add(event.key());
        if (event instanceof StreamEvent.Undecodable unreadable) {
          parked.put(
              List.of(batch.topic(), event.key()), new Parked(batch.topic(), unreadable, now));
        }
      }
    }
    moveCursor(batch.topic(), batch.cursor(), now);
    return Set.copyOf(fresh);
  }

  void moveCursor(String topic, ReplayId cursor, Instant now) {
    cursors.put(topic, new TopicStanding.Cursor(cursor, now));
    requests.remove(topic);
  }

  void ask(String topic, StreamPosition position, String by, Instant now) {
    requests.put(topic, new TopicStanding.Request(position, by, now));
  }

  void forgetCursor(String topic) {
    cursors.remove(topic);
  }

  Optional<ReplayId> cursor(String topic) {
    return Optional.ofNullable(cursors.get(topic)).map(TopicStanding.Cursor::id);
  }

  Optional<Instant> savedAt(String topic) {
    return Optional.ofNullable(cursors.get(topic)).map(TopicStanding.Cursor::savedAt);
  }

  Optional<StreamPosition> asked(String topic) {
    return Optional.ofNullable(requests.get(topic)).map(TopicStanding.Request::position);
  }

  boolean isReceived(String topic, String key) {
    return received.contains(List.of(topic, key));
  }

  Map<List<String>, Parked> parked() {
    return parked;
  }

  List<TopicStanding> standings() {
    var names = new TreeSet<>(cursors.keySet());
    names.addAll(requests.keySet());
    List<TopicStanding> standings = new ArrayList<>();
    for (String name : names) {
      standings.add(
          new TopicStanding(
              name,
              Optional.ofNullable(cursors.get(name)),
              Optional.ofNullable(requests.get(name)),
              Optional.empty()));
    }
    return standings;
  }
}
