package dev.kaitsu.port.out;

import dev.kaitsu.model.SpanEnd;
import dev.kaitsu.model.SpanLimits;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.model.StreamPosition;
import java.util.List;
import java.util.function.Consumer;

/**
 * What Salesforce still retains of a topic: read beside the live stream, and received by nobody.
 */
public interface RetainedEvents {
  /**
   * Reads a topic from a position on, and saves nothing.
   *
   * @param seen is given the events in stream order, some at a time
   * @throws RejectedPositionException if the service does not take the position
   * @throws ExternalCallException if the events cannot be read now
   */
  SpanEnd read(
      String topic, StreamPosition from, SpanLimits limits, Consumer<List<StreamEvent>> seen);
}
