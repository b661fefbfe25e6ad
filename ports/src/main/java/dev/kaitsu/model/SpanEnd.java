package dev.kaitsu.model;

/** Why reading a span of a topic came to its end. */
public enum SpanEnd {
  /** There was nothing more to read. */
  REACHED,
  /** As many events as were allowed. */
  EVENT_LIMIT,
  /** As long as was allowed. */
  TIME_LIMIT
}
