package dev.kaitsu.adapter.salesforce.stream;

import dev.kaitsu.adapter.salesforce.stream.StreamConfig.Replay;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.port.out.CursorMirror;
import dev.kaitsu.port.out.Inbox;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides where a topic's next stream begins: where somebody asked for, else after what is durable.
 * To be used by one thread.
 */
final class StartPoint {
  private static final Logger LOG = LoggerFactory.getLogger(StartPoint.class);

  private final StreamTopic topic;
  private final Inbox inbox;
  private final CursorMirror mirror;
  private boolean replaysAll;
  private Optional<ReplayId> rejected = Optional.empty();

  StartPoint(StreamTopic topic, Replay replay, Inbox inbox, CursorMirror mirror) {
    this.topic = topic;
    this.inbox = inbox;
    this.mirror = mirror;
    this.replaysAll = replay == Replay.ALL;
  }

  /** Throws {@link dev.kaitsu.port.out.StoreException} while the inbox cannot tell. */
  Start next() {
    if (replaysAll) {
      return Start.FROM_EARLIEST;
    }
    // The cursor first: whoever takes it away asks for something else in the same transaction.
    var cursor = inbox.cursor(topic.name());
    return inbox
        .asked(topic.name())
        .map(Start::of)
        .orElseGet(() -> cursor.map(this::resume).orElseGet(this::withoutCursor));
  }

  /** How long ago the cursor was saved; throws as {@link #next} does. */
  Optional<Duration> cursorAge() {
    return inbox.cursorAge(topic.name());
  }

  /** Others may have read meanwhile, or somebody moved the cursor: it is to be tried again. */
  void newTurn() {
    rejected = Optional.empty();
  }

  /**
   * The service does not take this id: everything retained is read instead, until some of it is
   * durable; after a restart and on other nodes too.
   */
  void cursorRejected(ReplayId id) {
    rejected = Optional.of(id);
    inbox.startOver(topic.name(), id);
  }

  /** Something of this stream is durable: from now on the cursor tells where to go on. */
  void advanced() {
    replaysAll = false;
    rejected = Optional.empty();
  }

  /** What was rejected once is never sent again, even if the inbox could not take note of it. */
  private Start resume(ReplayId cursor) {
    return rejected.filter(cursor::equals).isPresent() ? Start.FROM_EARLIEST : Start.after(cursor);
  }

  private Start withoutCursor() {
    var copy = mirror.find(topic.name());
    copy.ifPresent(
        cursor -> LOG.info("Imported the cursor of channel {} from Redis: {}", topic, cursor));
    return copy.map(this::resume).orElse(Start.FROM_NOW_ON);
  }
}
