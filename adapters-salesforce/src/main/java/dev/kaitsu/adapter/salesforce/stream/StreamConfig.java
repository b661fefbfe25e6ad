package dev.kaitsu.adapter.salesforce.stream;

import dev.kaitsu.adapter.salesforce.SalesforceFields;
import java.util.List;

/**
 * What to subscribe to, and how.
 *
 * @param endpoint SF_PUBSUB_ENDPOINT
 * @param topics each at most once; none means that nothing is subscribed
 * @param replay SF_EVENTS_REPLAY
 * @param numRequested SF_PUBSUB_NUM_REQUESTED: how many events may be on their way, 1 to 100
 * @param fields the order's field names, as in change events
 */
public record StreamConfig(
    PubSubEndpoint endpoint,
    List<StreamTopic> topics,
    Replay replay,
    int numRequested,
    StreamTimes times,
    SalesforceFields fields) {
  public static final int DEFAULT_NUM_REQUESTED = 50;

  private static final int MOST_REQUESTED = 100;

  /** Where a start of this program begins to read. */
  public enum Replay {
    /** After the last event received; at the very first start, with what comes from now on. */
    LATEST,
    /** With the oldest event still retained, at every start. */
    ALL
  }

  public StreamConfig {
    topics = List.copyOf(topics);
    if (numRequested < 1 || numRequested > MOST_REQUESTED) {
      throw new IllegalArgumentException(
          "SF_PUBSUB_NUM_REQUESTED is %d: give 1 to %d".formatted(numRequested, MOST_REQUESTED));
    }
    if (topics.stream().map(StreamTopic::name).distinct().count() < topics.size()) {
      throw new IllegalArgumentException("a channel is named twice: name each once");
    }
  }

  /** A configuration with every default. */
  public static StreamConfig of(PubSubEndpoint endpoint, List<StreamTopic> topics) {
    return new StreamConfig(
        endpoint,
        topics,
        Replay.LATEST,
        DEFAULT_NUM_REQUESTED,
        StreamTimes.DEFAULTS,
        SalesforceFields.DEFAULTS);
  }
}
