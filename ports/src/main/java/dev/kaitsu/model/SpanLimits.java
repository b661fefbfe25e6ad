package dev.kaitsu.model;

import java.time.Duration;

/**
 * How much of a topic is read at most.
 *
 * @param events each one counts as a delivery against the org's allocation
 * @param time for all of it
 */
public record SpanLimits(int events, Duration time) {
  public SpanLimits {
    if (events < 1) {
      throw new IllegalArgumentException("the limit of events is below 1: " + events);
    }
    if (time.isZero() || time.isNegative()) {
      throw new IllegalArgumentException("the time limit is not above zero: " + time);
    }
  }
}
