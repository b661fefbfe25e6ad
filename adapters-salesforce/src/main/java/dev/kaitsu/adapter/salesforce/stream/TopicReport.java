package dev.kaitsu.adapter.salesforce.stream;

import dev.kaitsu.model.StreamStatus;
import dev.kaitsu.model.StreamStatus.End;
import dev.kaitsu.model.StreamStatus.Reader;
import dev.kaitsu.model.StreamStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Tells how one subscription is doing: in its status, in the log, and to those who sweep what it
 * may miss.
 */
final class TopicReport {
  private final StreamTopic topic;
  private final InstantSource clock;
  private final SweepSignals sweeps;
  private final TopicLog log;
  private final CursorWatch cursor;
  private final Map<End, Long> ends = new EnumMap<>(End.class);
  private State state = State.OFF;
  private Reader reader = Reader.UNKNOWN;
  private int silences;
  private Optional<Instant> lastEvent = Optional.empty();
  private Optional<Instant> lastKeepalive = Optional.empty();
  private Optional<Instant> lastMessage = Optional.empty();
  private String detail = "";

  TopicReport(StreamTopic topic, InstantSource clock, SweepSignals sweeps) {
    this.topic = topic;
    this.clock = clock;
    this.sweeps = sweeps;
    this.log = new TopicLog(topic);
    this.cursor = new CursorWatch(topic, clock);
  }

  synchronized StreamStatus status() {
    return new StreamStatus(
        topic.name(),
        topic.bringsOrders(),
        state,
        reader,
        lastEvent,
        lastKeepalive,
        lastMessage,
        cursor.savedAt(),
        ends,
        detail);
  }

  /** To be called now and then, so that a cursor that nothing moves is told of as well. */
  synchronized void checkCursor() {
    cursor.check(status());
  }

  synchronized void standby(Optional<String> holder, Optional<Duration> cursorAge) {
    if (state != State.STANDBY) {
      log.standby(holder);
    }
    state = State.STANDBY;
    reader = Reader.another(holder);
    cursor.is(cursorAge);
    detail = "";
    sweeps.settled(topic);
  }

  /** Nobody can tell whose turn it is. */
  synchronized void undecided(String why) {
    if (state != State.BACKING_OFF) {
      log.undecided(why);
    }
    state = State.BACKING_OFF;
    reader = Reader.UNKNOWN;
    detail = why;
  }

  synchronized void elected(long term) {
    log.elected(term);
    reader = Reader.me(term);
  }

  /** What was wrong before stays visible until the stream is open. */
  synchronized void connecting(Optional<Duration> cursorAge) {
    cursor.is(cursorAge);
    if (state != State.DEAF) {
      state = State.CONNECTING;
    }
    checkCursor();
  }

  synchronized void live(Start start) {
    log.live(start);
    if (!isDeafForLong()) {
      state = State.LIVE;
      detail = "";
    }
    sweeps.live(topic, start);
  }

  synchronized void received(boolean events) {
    var now = Optional.of(clock.instant());
    lastMessage = now;
    silences = 0;
    if (state == State.DEAF) {
      state = State.LIVE;
      detail = "";
    }
    if (events) {
      lastEvent = now;
    } else {
      lastKeepalive = now;
    }
  }

  synchronized void saved() {
    cursor.saved();
    detail = "";
  }

  /** The stream is open, but what it brought cannot be taken yet. */
  synchronized void stuck(String why, Duration pause) {
    log.stuck(why, pause);
    detail = why;
  }

  /** Nothing at all came: an orderly new stream follows. */
  synchronized void deaf(Ending ending) {
    log.deaf(ending);
    silences++;
    ended(State.DEAF, ending);
  }

  synchronized void lost(Ending ending) {
    log.lost(ending);
    reader = Reader.UNKNOWN;
    ended(State.CONNECTING, ending);
  }

  /** To be tried again; {@code failures} in a row so far. */
  synchronized void backingOff(Ending ending, Duration pause, int failures) {
    log.backingOff(ending, pause, failures);
    ended(State.BACKING_OFF, ending);
  }

  synchronized void refused(Ending ending, Duration pause) {
    log.refused(ending, pause);
    ended(State.REFUSED, ending);
    sweeps.settled(topic);
  }

  synchronized void cursorRejected(Start start, Ending ending) {
    log.cursorRejected(start, ending);
    sweeps.sweep(topic, "the cursor was rejected");
  }

  /** An event says that there are changes it does not name. */
  void gap(String why) {
    log.gap(why);
    sweeps.sweep(topic, why);
  }

  void failed(Throwable unexpected) {
    log.failed(unexpected);
  }

  synchronized void off() {
    state = State.OFF;
    reader = Reader.UNKNOWN;
    detail = "";
  }

  private void ended(State next, Ending ending) {
    state = next;
    detail = ending.detail();
    ends.merge(ending.reason(), 1L, Long::sum);
  }

  /** One silence may be chance; after two, only a message proves that the stream is good. */
  private boolean isDeafForLong() {
    return silences > 1;
  }
}
