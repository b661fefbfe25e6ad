package dev.kaitsu.sandbox.salesforce.pubsub;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The subscriptions alive at this moment, and the most there ever were at once per topic. */
final class OpenStreams {
  private final Map<LiveStream, TransportTrace> open = new HashMap<>();
  private final Map<String, Integer> peaks = new HashMap<>();

  synchronized void add(LiveStream stream, TransportTrace trace) {
    open.put(stream, trace);
    peaks.merge(stream.topicName(), count(stream.topicName()), Math::max);
  }

  synchronized void remove(LiveStream stream) {
    open.remove(stream);
  }

  synchronized int count(String topic) {
    open.entrySet().removeIf(e -> e.getKey().isOver() || e.getValue().isClosed());
    return (int) open.keySet().stream().filter(s -> s.topicName().equals(topic)).count();
  }

  synchronized int peak(String topic) {
    return peaks.getOrDefault(topic, 0);
  }

  void forEach(Consumer<LiveStream> action) {
    snapshot().keySet().forEach(action);
  }

  private synchronized Map<LiveStream, TransportTrace> snapshot() {
    return Map.copyOf(open);
  }
}
