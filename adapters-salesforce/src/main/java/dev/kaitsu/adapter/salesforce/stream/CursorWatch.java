package dev.kaitsu.adapter.salesforce.stream;

import dev.kaitsu.model.StreamStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When a topic's cursor was saved, and the alarm before it is too old. Guarded by its owner. */
final class CursorWatch {
  private static final Logger LOG = LoggerFactory.getLogger(CursorWatch.class);

  private final StreamTopic topic;
  private final InstantSource clock;
  private Optional<Instant> savedAt = Optional.empty();
  private boolean alarmed;

  CursorWatch(StreamTopic topic, InstantSource clock) {
    this.topic = topic;
    this.clock = clock;
  }

  Optional<Instant> savedAt() {
    return savedAt;
  }

  void saved() {
    savedAt = Optional.of(clock.instant());
  }

  /** The cursor is so old, as the store says; empty if there is none. */
  void is(Optional<Duration> age) {
    savedAt = age.map(clock.instant()::minus);
  }

  /** Tells it once whenever the cursor gets too old. */
  void check(StreamStatus status) {
    boolean old = status.isCursorOld(clock.instant());
    if (old && !alarmed) {
      LOG.error(
          "ALARM: the cursor of channel {} was saved at {}, more than {} h ago, and Salesforce keeps"
              + " events for {} h; events that come later than that are lost to everything but the"
              + " sweep",
          topic,
          savedAt.map(Instant::toString).orElse(""),
          StreamStatus.CURSOR_LIMIT.toHours(),
          StreamStatus.WINDOW.toHours());
    }
    alarmed = old;
  }
}
