package dev.kaitsu.sandbox.salesforce.pubsub;

import com.google.protobuf.ByteString;
import com.salesforce.eventbus.protobuf.ConsumerEvent;
import com.salesforce.eventbus.protobuf.FetchResponse;
import com.salesforce.eventbus.protobuf.ProducerEvent;
import dev.kaitsu.sandbox.salesforce.bus.BusEvent;
import dev.kaitsu.sandbox.salesforce.bus.ReplayId;
import java.util.List;

/** Puts what the bus keeps into the messages of the contract. */
final class FetchResponses {
  private FetchResponses() {}

  static FetchResponse of(List<BusEvent> events, ReplayId latest, RpcCall call, int credits) {
    var response =
        FetchResponse.newBuilder()
            .setLatestReplayId(ByteString.copyFrom(latest.bytes()))
            .setRpcId(call.rpcId())
            .setPendingNumRequested(credits);
    events.forEach(event -> response.addEvents(consumerEvent(event)));
    return response.build();
  }

  private static ConsumerEvent consumerEvent(BusEvent event) {
    var produced =
        ProducerEvent.newBuilder()
            .setId(event.id())
            .setSchemaId(event.schemaId())
            .setPayload(event.payload());
    return ConsumerEvent.newBuilder()
        .setEvent(produced)
        .setReplayId(ByteString.copyFrom(event.replayId().bytes()))
        .build();
  }
}
