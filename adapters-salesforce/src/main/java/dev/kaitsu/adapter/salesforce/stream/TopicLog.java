package dev.kaitsu.adapter.salesforce.stream;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the log says of one subscription. */
final class TopicLog {
  private static final Logger LOG = LoggerFactory.getLogger(TopicLog.class);
  private static final int ALARMING_FAILURES = 8;

  private final StreamTopic topic;

  TopicLog(StreamTopic topic) {
    this.topic = topic;
  }

  void standby(Optional<String> holder) {
    LOG.info(
        "Channel {} is read by another node{}; this one stands by",
        topic,
        holder.map(" (%s)"::formatted).orElse(""));
  }

  void undecided(String why) {
    LOG.warn("Who reads channel {} cannot be told, this node does not: {}", topic, why);
  }

  void elected(long term) {
    LOG.info("This node reads channel {} now, term {}", topic, term);
  }

  void live(Start start) {
    LOG.info("Subscribed to channel {} {}", topic, start);
  }

  void stuck(String why, Duration pause) {
    LOG.warn(
        "Events of channel {} wait, the next try is in {} ms: {}", topic, pause.toMillis(), why);
  }

  void deaf(Ending ending) {
    LOG.warn("Channel {} is silent: {}. It is subscribed anew at once", topic, ending.detail());
  }

  void lost(Ending ending) {
    LOG.warn("Channel {} is no longer this node's to read: {}", topic, ending.detail());
  }

  void backingOff(Ending ending, Duration pause, int failures) {
    LOG.warn(
        "The subscription to channel {} ended, the next try is in {} ms: {}",
        topic,
        pause.toMillis(),
        ending.detail());
    boolean first = failures == 1 && ending.remedy().isAlarming();
    if (first || failures == ALARMING_FAILURES) {
      LOG.error(
          "ALARM: channel {} is not read after {} failures in a row; it is tried again and again, and"
              + " sweeps find orders meanwhile. {}",
          topic,
          failures,
          ending.detail());
    }
  }

  void refused(Ending ending, Duration pause) {
    LOG.error(
        "The subscription to channel {} is refused; it is tried again every {} s. {}",
        topic,
        pause.toSeconds(),
        ending.detail());
  }

  void cursorRejected(Start start, Ending ending) {
    LOG.error(
        "ALARM: channel {} cannot be resumed {}. Everything retained is read again and a sweep"
            + " looks for what is lost. {}",
        topic,
        start,
        ending.detail());
  }

  void gap(String why) {
    LOG.warn("Channel {} told of {}: a sweep looks for them", topic, why);
  }

  void failed(Throwable unexpected) {
    LOG.error(
        "The subscription to channel {} met a defect; it goes on from its cursor",
        topic,
        unexpected);
  }
}
