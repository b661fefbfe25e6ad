package dev.kaitsu.sandbox.salesforce.pubsub;

import com.google.protobuf.ByteString;
import com.salesforce.eventbus.protobuf.ConsumerEvent;
import com.salesforce.eventbus.protobuf.FetchResponse;
import com.salesforce.eventbus.protobuf.ProducerEvent;
import dev.kaitsu.sandbox.salesforce.bus.BusEvent;
import dev.kaitsu.sandbox.salesforce.bus.ReplayId;
import dev.kaitsu.sandbox.salesforce.bus.Topic;
import java.util.List;

/** Puts what the bus keeps into the messages of the contract, for one stream. */
final class FetchResponses {
  private final Topic topic;
  private final RpcCall call;
  private final PubSubSettings settings;
  private final Script script;

  FetchResponses(Topic topic, RpcCall call, PubSubSettings settings, Script script) {
    this.topic = topic;
    this.call = call;
    this.settings = settings;
    this.script = script;
  }

  FetchResponse keepalive(ReplayId mark, int credits) {
    return response(mark, credits).build();
  }

  FetchResponse events(List<BusEvent> events, int credits) {
    var last = events.get(events.size() - 1).replayId();
    boolean ahead = settings.has(Habit.TELLS_THE_NEWEST_REPLAY_ID);
    var response = response(ahead ? topic.newest().orElse(last) : last, credits);
    events.forEach(event -> response.addEvents(consumerEvent(event)));
    return response.build();
  }

  private FetchResponse.Builder response(ReplayId latest, int credits) {
    return FetchResponse.newBuilder()
        .setLatestReplayId(ByteString.copyFrom(latest.bytes()))
        .setRpcId(call.rpcId())
        .setPendingNumRequested(credits);
  }

  private ConsumerEvent consumerEvent(BusEvent event) {
    boolean nameless =
        !topic.takesPublications() && settings.has(Habit.LEAVES_CHANGE_EVENTS_WITHOUT_ID);
    var consumer =
        ConsumerEvent.newBuilder()
            .setEvent(
                ProducerEvent.newBuilder()
                    .setId(nameless ? "" : event.id())
                    .setSchemaId(event.schemaId())
                    .setPayload(event.payload()));
    if (script.nextEventHasReplayId()) {
      consumer.setReplayId(ByteString.copyFrom(event.replayId().bytes()));
    }
    return consumer.build();
  }
}
