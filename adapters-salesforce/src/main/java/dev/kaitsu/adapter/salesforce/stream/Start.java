package dev.kaitsu.adapter.salesforce.stream;

import com.google.protobuf.ByteString;
import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.ReplayPreset;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.StreamPosition;
import java.util.Optional;

/**
 * Where a stream begins.
 *
 * @param after the stream begins with the event after this one; empty for the other presets
 */
record Start(ReplayPreset preset, Optional<ReplayId> after) {
  static final Start FROM_NOW_ON = new Start(ReplayPreset.LATEST, Optional.empty());
  static final Start FROM_EARLIEST = new Start(ReplayPreset.EARLIEST, Optional.empty());

  static Start of(StreamPosition position) {
    if (position instanceof StreamPosition.After cursor) {
      return after(cursor.id());
    }
    return position instanceof StreamPosition.Earliest ? FROM_EARLIEST : FROM_NOW_ON;
  }

  static Start after(ReplayId cursor) {
    return new Start(ReplayPreset.CUSTOM, Optional.of(cursor));
  }

  boolean isFromNowOn() {
    return preset == ReplayPreset.LATEST;
  }

  FetchRequest request(StreamTopic topic, int events) {
    var request =
        FetchRequest.newBuilder()
            .setTopicName(topic.name())
            .setReplayPreset(preset)
            .setNumRequested(events);
    after.ifPresent(id -> request.setReplayId(ByteString.copyFrom(id.bytes())));
    return request.build();
  }

  @Override
  public String toString() {
    if (isFromNowOn()) {
      return "from now on";
    }
    return after
        .map(id -> "after replay id " + id)
        .orElse("from the oldest event that is still retained");
  }
}
