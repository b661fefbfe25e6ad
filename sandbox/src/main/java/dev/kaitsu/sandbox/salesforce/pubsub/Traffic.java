package dev.kaitsu.sandbox.salesforce.pubsub;

import com.salesforce.eventbus.protobuf.FetchRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What clients did since the service was made, for tests to look at. */
public final class Traffic {
  private final OpenStreams streams;
  private final List<SubscribeSeen> subscribes = new ArrayList<>();
  private final Map<String, List<Integer>> requested = new HashMap<>();
  private final Map<String, Integer> schemaCalls = new HashMap<>();

  Traffic(OpenStreams streams) {
    this.streams = streams;
  }

  /** How many subscriptions to the topic are alive. */
  public int openStreams(String topic) {
    return streams.count(topic);
  }

  /** The most subscriptions to the topic that were ever alive at once. */
  public int mostOpenStreams(String topic) {
    return streams.peak(topic);
  }

  /** The first request of every Subscribe call that passed the session check, oldest first. */
  public synchronized List<SubscribeSeen> subscribes() {
    return List.copyOf(subscribes);
  }

  /** Those of {@link #subscribes()} to this topic. */
  public List<SubscribeSeen> subscribes(String topic) {
    return subscribes().stream()
        .filter(seen -> seen.request().getTopicName().equals(topic))
        .toList();
  }

  /** The credits asked for by each fetch request for the topic, in order, over all its streams. */
  public synchronized List<Integer> requestedEvents(String topic) {
    return List.copyOf(requested.getOrDefault(topic, List.of()));
  }

  /** How often the schema was asked for, failures included. */
  public synchronized int schemaCalls(String schemaId) {
    return schemaCalls.getOrDefault(schemaId, 0);
  }

  synchronized void subscribed(FetchRequest request, Optional<PubSubError> refusal) {
    subscribes.add(new SubscribeSeen(request, refusal));
  }

  synchronized void fetched(String topic, int events) {
    requested.computeIfAbsent(topic, name -> new ArrayList<>()).add(events);
  }

  synchronized void schemaAsked(String schemaId) {
    schemaCalls.merge(schemaId, 1, Integer::sum);
  }

  /**
   * A Subscribe call.
   *
   * @param request its first request: topic, preset, replay id, credits
   * @param refusal why it was refused at once; empty when the stream came to life
   */
  public record SubscribeSeen(FetchRequest request, Optional<PubSubError> refusal) {}
}
