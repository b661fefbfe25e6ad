package dev.kaitsu.sandbox.salesforce.pubsub;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Optional;
import java.util.Queue;

/** Which of the next calls are to fail, and which of the next streams to be mute. */
final class Script {
  private final Queue<PubSubError> subscribes = new ArrayDeque<>();
  private final Queue<PubSubError> schemas = new ArrayDeque<>();
  private final Queue<PubSubError> topics = new ArrayDeque<>();
  private int silentSubscribes;
  private int eventsWithoutReplayId;

  synchronized void rejectSubscribes(PubSubError error, int times) {
    subscribes.addAll(Collections.nCopies(times, error));
  }

  synchronized void failSchemas(PubSubError error, int times) {
    schemas.addAll(Collections.nCopies(times, error));
  }

  synchronized void failTopics(PubSubError error, int times) {
    topics.addAll(Collections.nCopies(times, error));
  }

  synchronized Optional<PubSubError> nextTopic() {
    return Optional.ofNullable(topics.poll());
  }

  synchronized void silenceSubscribes(int times) {
    silentSubscribes += times;
  }

  synchronized void omitReplayIds(int events) {
    eventsWithoutReplayId += events;
  }

  synchronized boolean nextEventHasReplayId() {
    boolean has = eventsWithoutReplayId == 0;
    eventsWithoutReplayId = Math.max(0, eventsWithoutReplayId - 1);
    return has;
  }

  synchronized Optional<PubSubError> nextSubscribe() {
    return Optional.ofNullable(subscribes.poll());
  }

  synchronized Optional<PubSubError> nextSchema() {
    return Optional.ofNullable(schemas.poll());
  }

  synchronized boolean nextStreamIsSilent() {
    boolean silent = silentSubscribes > 0;
    silentSubscribes = Math.max(0, silentSubscribes - 1);
    return silent;
  }

  synchronized void clear() {
    subscribes.clear();
    schemas.clear();
    topics.clear();
    silentSubscribes = 0;
    eventsWithoutReplayId = 0;
  }
}
