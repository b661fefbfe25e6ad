package dev.kaitsu.port.in;

import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.ReplayPreview;
import dev.kaitsu.model.SpanLimits;
import dev.kaitsu.model.StreamPosition;
import dev.kaitsu.model.TopicStanding;
import java.util.List;
import java.util.Optional;

/** Looks after the places from which event streams are resumed. */
public interface ReplayDesk {
  /** The topics this installation reads, and every other one that the store knows of. */
  List<Standing> standings();

  /**
   * A topic's place.
   *
   * @param configured whether this installation reads the topic
   * @param copy the mirror's cursor, where it is not the durable one
   */
  record Standing(TopicStanding durable, boolean configured, Optional<ReplayId> copy) {}

  /**
   * Reads what a stream from this position would bring, and changes nothing. Each event read counts
   * as a delivery against the org's allocation.
   *
   * @throws dev.kaitsu.port.out.RejectedPositionException if the service does not take the position
   * @throws dev.kaitsu.port.out.ExternalCallException if the events cannot be read now
   */
  ReplayPreview preview(String topic, StreamPosition from, SpanLimits limits);

  /**
   * The topic's next stream begins there, on whichever node; the present one ends.
   *
   * @param by who wants it, for the record
   */
  void begin(String topic, StreamPosition from, String by);
}
