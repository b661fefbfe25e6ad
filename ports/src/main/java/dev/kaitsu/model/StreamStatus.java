package dev.kaitsu.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a subscription is doing, for health pages and metrics.
 *
 * @param bringsOrders whether orders to fulfill are told of here, and not only what caches want to
 *     know
 * @param reader who reads the topic
 * @param lastEvent when the last event came, since this process started
 * @param lastMessage when anything came, keepalives included
 * @param cursorSavedAt when the cursor last became durable; empty if there is none
 * @param ends how often streams of this node ended, and why; reasons that never occurred may lack
 * @param detail what is wrong and what to do, where something is; else empty
 */
public record StreamStatus(
    String topic,
    boolean bringsOrders,
    State state,
    Reader reader,
    Optional<Instant> lastEvent,
    Optional<Instant> lastKeepalive,
    Optional<Instant> lastMessage,
    Optional<Instant> cursorSavedAt,
    Map<End, Long> ends,
    String detail) {
  /** How long Salesforce keeps events; an older cursor is refused. */
  public static final Duration WINDOW = Duration.ofDays(3);

  /** How old a cursor may be before somebody must know of it. */
  public static final Duration CURSOR_LIMIT = Duration.ofDays(2);

  public StreamStatus {
    ends = Map.copyOf(ends);
  }

  /** What a subscription is doing. */
  public enum State {
    CONNECTING,
    LIVE,
    /** It failed, and is tried again by itself. */
    BACKING_OFF,
    /** Nothing at all came for too long. */
    DEAF,
    /** Somebody must act; it is tried again now and then. */
    REFUSED,
    /** Another node reads the topic. */
    STANDBY,
    OFF;

    /** Whether somebody should know of it. */
    public boolean isTrouble() {
      return this == BACKING_OFF || this == DEAF || this == REFUSED;
    }
  }

  /** Why a stream ended. */
  public enum End {
    SILENCE,
    COMPLETED,
    FAILED,
    SESSION,
    CURSOR_REJECTED,
    TOO_LARGE,
    THROTTLED,
    ALLOCATION,
    REFUSED,
    STUCK,
    LOST,
    DEFECT
  }

  /**
   * Who reads a topic.
   *
   * @param node its name, where it is another one and known
   * @param term of this node's lease; empty while it has none
   */
  public record Reader(Optional<String> node, OptionalLong term) {
    public static final Reader UNKNOWN = new Reader(Optional.empty(), OptionalLong.empty());

    public static Reader another(Optional<String> node) {
      return new Reader(node, OptionalLong.empty());
    }

    public static Reader me(long term) {
      return new Reader(Optional.empty(), OptionalLong.of(term));
    }
  }

  /**
   * Whether the cursor is so old that it may soon be refused. Whoever stands by need not care: the
   * reader does.
   */
  public boolean isCursorOld(Instant now) {
    return state != State.STANDBY
        && state != State.OFF
        && cursorSavedAt.filter(saved -> saved.plus(CURSOR_LIMIT).isBefore(now)).isPresent();
  }
}
