package dev.kaitsu.model;

import java.util.List;
import java.util.OptionalLong;

/**
 * Events of one topic in stream order, and where the stream stands after them.
 *
 * @param topic the channel's name, such as {@code /data/OrderChangeEvent}
 * @param term of the lease under which it was read; empty where nobody else could read the topic
 * @param cursor the replay id to resume from once this batch is durable
 * @param events may be empty: a keepalive only moves the cursor
 */
public record EventBatch(
    String topic, OptionalLong term, ReplayId cursor, List<StreamEvent> events) {
  public EventBatch {
    events = List.copyOf(events);
  }

  /** A batch of a topic that nobody else reads. */
  public EventBatch(String topic, ReplayId cursor, List<StreamEvent> events) {
    this(topic, OptionalLong.empty(), cursor, events);
  }
}
