package dev.kaitsu.domain;

import dev.kaitsu.model.Hint;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.ReplayPreview;
import dev.kaitsu.model.SpanEnd;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.model.StreamEvent.Undecodable;
import dev.kaitsu.port.out.TopicBook;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Counts what events would do if they were received, and receives none. */
final class ReplayCount {
  private final String topic;
  private final TopicBook topics;
  private final Set<String> keys = new HashSet<>();
  private final Set<OrderId> orders = new LinkedHashSet<>();
  private int events;
  private int repeated;
  private int undecodable;

  ReplayCount(String topic, TopicBook topics) {
    this.topic = topic;
    this.topics = topics;
  }

  void add(List<StreamEvent> batch) {
    var before = topics.received(topic, batch.stream().map(StreamEvent::key).toList());
    for (var event : batch) {
      events++;
      if (before.contains(event.key()) || !keys.add(event.key())) {
        repeated++;
      } else if (event instanceof Undecodable) {
        undecodable++;
      } else {
        EventHints.of(event).stream().map(Hint::order).forEach(orders::add);
      }
    }
  }

  ReplayPreview preview(SpanEnd end) {
    return new ReplayPreview(events, repeated, undecodable, topics.census(orders), end);
  }
}
