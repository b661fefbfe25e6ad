package dev.kaitsu.sandbox.salesforce.pubsub;

import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.ReplayPreset;
import java.util.Optional;

/** The rules for a request that is not the first one of its stream. */
final class LaterRequest {
  private LaterRequest() {}

  /** Why it is not taken; empty when it is. */
  static Optional<PubSubError> refusal(
      FetchRequest request, String topic, PubSubSettings settings) {
    if (!request.getTopicName().isEmpty() && !request.getTopicName().equals(topic)) {
      return Optional.of(PubSubError.TOPIC_MISMATCH);
    }
    // LATEST is what an unset preset reads as, so it cannot count as sent again.
    boolean replays =
        request.getReplayPreset() != ReplayPreset.LATEST || !request.getReplayId().isEmpty();
    return replays && settings.has(Habit.REFUSES_REPEATED_REPLAY_OPTIONS)
        ? Optional.of(PubSubError.REPLAY_REPEATED)
        : Optional.empty();
  }
}
