package dev.kaitsu.model;

import java.time.Instant;
import java.util.Optional;

/**
 * How a subscription is doing, for health pages and metrics.
 *
 * @param lastEvent when the last event came, since this process started
 * @param lastMessage when anything came, keepalives included
 * @param cursorSavedAt when the cursor last became durable; empty if there is none
 * @param detail what is wrong and what to do, where something is; else empty
 */
public record StreamStatus(
    String topic,
    State state,
    Optional<Instant> lastEvent,
    Optional<Instant> lastKeepalive,
    Optional<Instant> lastMessage,
    Optional<Instant> cursorSavedAt,
    String detail) {

  /** What a subscription is doing. */
  public enum State {
    CONNECTING,
    LIVE,
    BACKING_OFF,
    REFUSED,
    OFF
  }
}
