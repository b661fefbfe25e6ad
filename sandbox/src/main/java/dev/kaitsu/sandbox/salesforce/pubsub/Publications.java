package dev.kaitsu.sandbox.salesforce.pubsub;

import com.google.protobuf.ByteString;
import com.salesforce.eventbus.protobuf.Error;
import com.salesforce.eventbus.protobuf.ErrorCode;
import com.salesforce.eventbus.protobuf.ProducerEvent;
import com.salesforce.eventbus.protobuf.PublishRequest;
import com.salesforce.eventbus.protobuf.PublishResponse;
import com.salesforce.eventbus.protobuf.PublishResult;
import dev.kaitsu.sandbox.salesforce.bus.EventBus;
import java.util.UUID;

/** Takes events from clients, each with its own result. Payloads are not looked into. */
final class Publications {
  private static final int MOST_BYTES = 1_000_000;

  private final EventBus bus;

  Publications(EventBus bus) {
    this.bus = bus;
  }

  PublishResponse take(PublishRequest request, RpcCall call) {
    var topic = Topics.named(request.getTopicName(), bus, call);
    if (!topic.takesPublications()) {
      throw new Refusal(PubSubError.TOPIC_PERMISSION);
    }
    if (request.getEventsCount() == 0) {
      throw new Refusal(PubSubError.PUBLISH_COUNT_INVALID);
    }
    var response =
        PublishResponse.newBuilder()
            .setSchemaId(topic.schemaId().orElse(""))
            .setRpcId(call.rpcId());
    request.getEventsList().forEach(event -> response.addResults(take(topic.name(), event)));
    return response.build();
  }

  private PublishResult take(String topic, ProducerEvent event) {
    var id = event.getId().isEmpty() ? UUID.randomUUID().toString() : event.getId();
    var result = PublishResult.newBuilder().setCorrelationKey(id);
    if (event.getPayload().size() > MOST_BYTES) {
      return refused(result, "The event is larger than 1 MB.");
    }
    if (bus.schema(event.getSchemaId()).isEmpty()) {
      return refused(result, "The schema ID is unknown.");
    }
    var replayId = bus.publishRaw(topic, event.getSchemaId(), event.getPayload().toByteArray(), id);
    return result.setReplayId(ByteString.copyFrom(replayId)).build();
  }

  private static PublishResult refused(PublishResult.Builder result, String why) {
    return result.setError(Error.newBuilder().setCode(ErrorCode.PUBLISH).setMsg(why)).build();
  }
}
