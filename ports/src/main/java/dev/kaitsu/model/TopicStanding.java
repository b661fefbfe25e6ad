package dev.kaitsu.model;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a topic stands, for whoever looks after it.
 *
 * @param cursor where it is resumed; empty if nothing of it is durable
 * @param asked where somebody asked the next stream to begin instead; until its first cursor
 * @param reader who has the right to read it now
 */
public record TopicStanding(
    String topic, Optional<Cursor> cursor, Optional<Request> asked, Optional<Reader> reader) {

  /** A durable place in the stream. */
  public record Cursor(ReplayId id, Instant savedAt) {}

  /** A request that the next stream begins elsewhere. */
  public record Request(StreamPosition position, String by, Instant at) {}

  /** The node that holds the topic's lease. */
  public record Reader(String owner, long term, Instant until) {}
}
