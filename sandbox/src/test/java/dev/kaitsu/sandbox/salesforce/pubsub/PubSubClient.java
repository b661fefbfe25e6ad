package dev.kaitsu.sandbox.salesforce.pubsub;

import com.google.protobuf.ByteString;
import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.PubSubGrpc;
import com.salesforce.eventbus.protobuf.ReplayPreset;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;

/** A plain gRPC client of the emulator. */
final class PubSubClient implements AutoCloseable {
  static final String TOKEN = "good-token";
  static final String INSTANCE_URL = "https://acme.my.salesforce.com";
  static final String TENANT_ID = "00D5g000001AbCdEAK";

  private final ManagedChannel channel;

  PubSubClient(int port) {
    this.channel =
        Grpc.newChannelBuilder("127.0.0.1:" + port, InsecureChannelCredentials.create()).build();
  }

  PubSubGrpc.PubSubBlockingStub blocking() {
    return blocking(headers(TOKEN, INSTANCE_URL, TENANT_ID));
  }

  PubSubGrpc.PubSubBlockingStub blocking(Metadata headers) {
    return PubSubGrpc.newBlockingStub(channel)
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  ClientStream subscribe(FetchRequest first) {
    var stub =
        PubSubGrpc.newStub(channel)
            .withInterceptors(
                MetadataUtils.newAttachHeadersInterceptor(headers(TOKEN, INSTANCE_URL, TENANT_ID)));
    var stream = new ClientStream();
    stub.subscribe(stream);
    stream.send(first);
    return stream;
  }

  static FetchRequest latest(String topic, int events) {
    return request(topic, ReplayPreset.LATEST, events).build();
  }

  static FetchRequest earliest(String topic, int events) {
    return request(topic, ReplayPreset.EARLIEST, events).build();
  }

  static FetchRequest custom(String topic, byte[] replayId, int events) {
    return request(topic, ReplayPreset.CUSTOM, events)
        .setReplayId(ByteString.copyFrom(replayId))
        .build();
  }

  static FetchRequest more(int events) {
    return FetchRequest.newBuilder().setNumRequested(events).build();
  }

  static FetchRequest.Builder request(String topic, ReplayPreset preset, int events) {
    return FetchRequest.newBuilder()
        .setTopicName(topic)
        .setReplayPreset(preset)
        .setNumRequested(events);
  }

  static Metadata headers(String token, String instanceUrl, String tenantId) {
    var headers = new Metadata();
    headers.put(key("accesstoken"), token);
    headers.put(key("instanceurl"), instanceUrl);
    headers.put(key("tenantid"), tenantId);
    return headers;
  }

  static Metadata.Key<String> key(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
