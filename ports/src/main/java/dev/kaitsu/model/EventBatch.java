package dev.kaitsu.model;

import java.util.List;

/**
 * Events of one topic in stream order, and where the stream stands after them.
 *
 * @param topic the channel's name, such as {@code /data/OrderChangeEvent}
 * @param cursor the replay id to resume from once this batch is durable
 * @param events may be empty: a keepalive only moves the cursor
 */
public record EventBatch(String topic, ReplayId cursor, List<StreamEvent> events) {
  public EventBatch {
    events = List.copyOf(events);
  }
}
