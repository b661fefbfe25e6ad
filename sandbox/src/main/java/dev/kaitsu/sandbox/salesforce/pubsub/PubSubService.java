package dev.kaitsu.sandbox.salesforce.pubsub;

import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.FetchResponse;
import com.salesforce.eventbus.protobuf.PubSubGrpc;
import com.salesforce.eventbus.protobuf.PublishRequest;
import com.salesforce.eventbus.protobuf.PublishResponse;
import com.salesforce.eventbus.protobuf.SchemaInfo;
import com.salesforce.eventbus.protobuf.SchemaRequest;
import com.salesforce.eventbus.protobuf.TopicInfo;
import com.salesforce.eventbus.protobuf.TopicRequest;
import dev.kaitsu.sandbox.salesforce.bus.EventBus;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;

/** The calls of the Pub/Sub API. Publishing by stream and managed subscriptions are not offered. */
final class PubSubService extends PubSubGrpc.PubSubImplBase {
  private final EventBus bus;
  private final Subscriptions subscriptions;
  private final Publications publications;
  private final OpenStreams streams;
  private final Traffic traffic;
  private final Script script;
  private final Latency latency;

  PubSubService(
      EventBus bus,
      Subscriptions subscriptions,
      OpenStreams streams,
      Traffic traffic,
      Script script,
      Latency latency) {
    this.bus = bus;
    this.subscriptions = subscriptions;
    this.publications = new Publications(bus);
    this.streams = streams;
    this.traffic = traffic;
    this.script = script;
    this.latency = latency;
  }

  @Override
  public StreamObserver<FetchRequest> subscribe(StreamObserver<FetchResponse> client) {
    var responses = (ServerCallStreamObserver<FetchResponse>) client;
    return new SubscribeCall(responses, subscriptions, traffic, streams, latency);
  }

  @Override
  public void getSchema(SchemaRequest request, StreamObserver<SchemaInfo> client) {
    var call = RpcCall.current();
    traffic.schemaAsked(request.getSchemaId());
    latency.before("GetSchema", () -> answer(call, client, () -> schema(request, call)));
  }

  @Override
  public void getTopic(TopicRequest request, StreamObserver<TopicInfo> client) {
    var call = RpcCall.current();
    latency.before("GetTopic", () -> answer(call, client, () -> topic(request, call)));
  }

  @Override
  public void publish(PublishRequest request, StreamObserver<PublishResponse> client) {
    var call = RpcCall.current();
    latency.before("Publish", () -> answer(call, client, () -> publications.take(request, call)));
  }

  private SchemaInfo schema(SchemaRequest request, RpcCall call) {
    Refusal.ifAny(script.nextSchema());
    var id = request.getSchemaId();
    if (id.isBlank()) {
      throw new Refusal(
          PubSubError.SCHEMA_INVALID.saying(
              "Schema validation failed. The schema ID can't be blank."));
    }
    var schema = bus.schema(id).orElseThrow(() -> new Refusal(PubSubError.SCHEMA_INVALID));
    return SchemaInfo.newBuilder()
        .setSchemaId(id)
        .setSchemaJson(schema.toString())
        .setRpcId(call.rpcId())
        .build();
  }

  private TopicInfo topic(TopicRequest request, RpcCall call) {
    Refusal.ifAny(script.nextTopic());
    var topic = Topics.named(request.getTopicName(), bus, call);
    return TopicInfo.newBuilder()
        .setTopicName(topic.name())
        .setTenantGuid(Topics.tenantGuid(call))
        .setCanPublish(topic.takesPublications())
        .setCanSubscribe(true)
        .setSchemaId(topic.schemaId().orElse(""))
        .setRpcId(call.rpcId())
        .build();
  }

  private static <A> void answer(RpcCall call, StreamObserver<A> client, Supplier<A> answer) {
    try {
      client.onNext(answer.get());
      client.onCompleted();
    } catch (Refusal refusal) {
      client.onError(call.failure(refusal.error()));
    }
  }
}
