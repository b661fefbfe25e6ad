package dev.kaitsu.adapter.salesforce.stream;

import dev.kaitsu.model.StreamStatus;
import dev.kaitsu.model.StreamStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells how one subscription is doing: in its status, in the log, and to those who sweep what it
 * may miss.
 */
final class TopicReport {
  private static final Logger LOG = LoggerFactory.getLogger(TopicReport.class);

  private final StreamTopic topic;
  private final InstantSource clock;
  private final SweepSignals sweeps;
  private State state = State.OFF;
  private Optional<Instant> lastEvent = Optional.empty();
  private Optional<Instant> lastKeepalive = Optional.empty();
  private Optional<Instant> lastMessage = Optional.empty();
  private Optional<Instant> cursorSavedAt = Optional.empty();
  private String detail = "";

  TopicReport(StreamTopic topic, InstantSource clock, SweepSignals sweeps) {
    this.topic = topic;
    this.clock = clock;
    this.sweeps = sweeps;
  }

  synchronized StreamStatus status() {
    return new StreamStatus(
        topic.name(), state, lastEvent, lastKeepalive, lastMessage, cursorSavedAt, detail);
  }

  /** What was wrong before stays visible until the stream is open. */
  synchronized void connecting() {
    state = State.CONNECTING;
  }

  synchronized void live(Start start) {
    LOG.info("Subscribed to channel {} {}", topic, start);
    state = State.LIVE;
    detail = "";
    sweeps.live(topic, start);
  }

  synchronized void received(boolean events) {
    var now = Optional.of(clock.instant());
    lastMessage = now;
    if (events) {
      lastEvent = now;
    } else {
      lastKeepalive = now;
    }
  }

  synchronized void saved() {
    cursorSavedAt = Optional.of(clock.instant());
    detail = "";
  }

  /** The stream is open, but what it brought cannot be taken yet. */
  synchronized void stuck(String why, Duration pause) {
    LOG.warn(
        "Events of channel {} wait, the next try is in {} ms: {}", topic, pause.toMillis(), why);
    detail = why;
  }

  synchronized void backingOff(Ending ending, Duration pause) {
    LOG.warn(
        "The subscription to channel {} ended, the next try is in {} ms: {}",
        topic,
        pause.toMillis(),
        ending.detail());
    state = State.BACKING_OFF;
    detail = ending.detail();
  }

  synchronized void refused(Ending ending, Duration pause) {
    LOG.error(
        "The subscription to channel {} is refused; it is tried again every {} s. {}",
        topic,
        pause.toSeconds(),
        ending.detail());
    state = State.REFUSED;
    detail = ending.detail();
    sweeps.settled(topic);
  }

  synchronized void cursorRejected(Start start, Ending ending) {
    LOG.error(
        "ALARM: channel {} cannot be resumed {}. Everything retained is read again and a sweep"
            + " looks for what is lost. {}",
        topic,
        start,
        ending.detail());
    sweeps.sweep(topic, "the cursor was rejected");
  }

  /** An event says that there are changes it does not name. */
  void gap(String why) {
    LOG.warn("Channel {} told of {}: a sweep looks for them", topic, why);
    sweeps.sweep(topic, why);
  }

  synchronized void failed(Throwable unexpected) {
    LOG.error(
        "The subscription to channel {} met a defect; it goes on from its cursor",
        topic,
        unexpected);
  }

  synchronized void off() {
    state = State.OFF;
    detail = "";
  }
}
