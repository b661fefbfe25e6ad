package dev.kaitsu.sandbox.salesforce.pubsub;

import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.FetchResponse;
import com.salesforce.eventbus.protobuf.ReplayPreset;
import dev.kaitsu.sandbox.salesforce.bus.EventBus;
import dev.kaitsu.sandbox.salesforce.bus.Topic;
import dev.kaitsu.sandbox.salesforce.bus.TopicReader;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

/** Opens a stream as its first request asks, or refuses. */
final class Subscriptions {
  private final EventBus bus;
  private final PubSubSettings settings;
  private final ScheduledExecutorService timers;
  private final Script script;
  private final Traffic traffic;
  private final OpenStreams streams;

  Subscriptions(
      EventBus bus,
      PubSubSettings settings,
      ScheduledExecutorService timers,
      Script script,
      Traffic traffic,
      OpenStreams streams) {
    this.bus = bus;
    this.settings = settings;
    this.timers = timers;
    this.script = script;
    this.traffic = traffic;
    this.streams = streams;
  }

  /** Empty when the subscription was refused; the client knows why by then. */
  Optional<LiveStream> open(
      FetchRequest first,
      RpcCall call,
      TransportTrace trace,
      StreamObserver<FetchResponse> client) {
    try {
      Refusal.ifAny(script.nextSubscribe());
      refuseIfMalformed(first);
      var topic = Topics.named(first.getTopicName(), bus, call);
      var reader = reader(topic, first);
      var stream = new LiveStream(topic, reader, call, client, settings, script, timers);
      if (script.nextStreamIsSilent()) {
        stream.goSilent();
      }
      streams.add(stream, trace);
      traffic.subscribed(first, Optional.empty());
      stream.start();
      return Optional.of(stream);
    } catch (Refusal refusal) {
      traffic.subscribed(first, Optional.of(refusal.error()));
      client.onError(call.failure(refusal.error()));
      return Optional.empty();
    }
  }

  private static void refuseIfMalformed(FetchRequest first) {
    if (!first.getAuthRefresh().isEmpty()) {
      throw new Refusal(PubSubError.AUTH_REFRESH_INVALID);
    }
    if (first.getNumRequested() <= 0) {
      throw new Refusal(PubSubError.REQUESTED_EVENTS_INVALID);
    }
    if (first.getReplayPreset() == ReplayPreset.UNRECOGNIZED) {
      throw new Refusal(PubSubError.REQUEST_INVALID);
    }
  }

  private static TopicReader reader(Topic topic, FetchRequest first) {
    if (first.getReplayPreset() == ReplayPreset.LATEST) {
      return topic.fromLatest();
    }
    if (first.getReplayPreset() == ReplayPreset.EARLIEST) {
      return topic.fromEarliest();
    }
    if (first.getReplayId().isEmpty()) {
      throw new Refusal(PubSubError.REPLAY_ID_MISSING);
    }
    return topic
        .after(first.getReplayId())
        .orElseThrow(() -> new Refusal(PubSubError.REPLAY_ID_CORRUPTED));
  }
}
