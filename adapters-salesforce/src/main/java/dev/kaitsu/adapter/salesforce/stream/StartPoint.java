package dev.kaitsu.adapter.salesforce.stream;

import dev.kaitsu.adapter.salesforce.stream.StreamConfig.Replay;
import dev.kaitsu.port.out.CursorMirror;
import dev.kaitsu.port.out.Inbox;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides where a topic's next stream begins: after what is durable, wherever there is a cursor. To
 * be used by one thread.
 */
final class StartPoint {
  private static final Logger LOG = LoggerFactory.getLogger(StartPoint.class);

  private final StreamTopic topic;
  private final Inbox inbox;
  private final CursorMirror mirror;
  private boolean replayAll;
  private boolean rejected;

  StartPoint(StreamTopic topic, Replay replay, Inbox inbox, CursorMirror mirror) {
    this.topic = topic;
    this.inbox = inbox;
    this.mirror = mirror;
    this.replayAll = replay == Replay.ALL;
  }

  /** Throws {@link dev.kaitsu.port.out.StoreException} while the inbox cannot tell the cursor. */
  Start next() {
    if (replayAll || rejected) {
      return Start.FROM_EARLIEST;
    }
    return inbox.cursor(topic.name()).map(Start::after).orElseGet(this::withoutCursor);
  }

  /** How long ago the cursor was saved; throws as {@link #next} does. */
  Optional<Duration> cursorAge() {
    return inbox.cursorAge(topic.name());
  }

  /** Others may have read meanwhile, or somebody moved the cursor: it is to be tried again. */
  void newTurn() {
    rejected = false;
  }

  /** The cursor is not accepted: reads everything retained instead, until some of it is durable. */
  void cursorRejected() {
    rejected = true;
  }

  /** Something of this stream is durable: from now on the cursor tells where to go on. */
  void advanced() {
    replayAll = false;
    rejected = false;
  }

  private Start withoutCursor() {
    var copy = mirror.find(topic.name());
    copy.ifPresent(
        cursor -> LOG.info("Imported the cursor of channel {} from Redis: {}", topic, cursor));
    return copy.map(Start::after).orElse(Start.FROM_NOW_ON);
  }
}
