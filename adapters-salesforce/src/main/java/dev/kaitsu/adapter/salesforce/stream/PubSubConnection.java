package dev.kaitsu.adapter.salesforce.stream;

import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.PubSubGrpc;
import com.salesforce.eventbus.protobuf.SchemaRequest;
import com.salesforce.eventbus.protobuf.TopicInfo;
import com.salesforce.eventbus.protobuf.TopicRequest;
import dev.kaitsu.adapter.salesforce.AccessSource;
import dev.kaitsu.adapter.salesforce.SalesforceAccess;
import io.grpc.CallOptions;
import io.grpc.ClientInterceptors;
import io.grpc.ConnectivityState;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one HTTP/2 connection that all subscriptions share, and who we are on it. */
final class PubSubConnection implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PubSubConnection.class);
  private static final Metadata.Key<String> ACCESS_TOKEN = ascii("accesstoken");
  private static final Metadata.Key<String> INSTANCE_URL = ascii("instanceurl");
  private static final Metadata.Key<String> TENANT_ID = ascii("tenantid");
  private static final Metadata.Key<String> TRACE_ID = ascii("x-client-trace-id");
  private static final Pings PINGS = new Pings(Duration.ofSeconds(30), Duration.ofSeconds(10));
  // The service sends up to 3 MB; gRPC's own limit of 4 MB would leave little room.
  private static final int LARGEST_MESSAGE = 8 * 1024 * 1024;
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);
  private static final Duration SCHEMA_LIMIT = Duration.ofSeconds(20);
  private static final Duration TOPIC_LIMIT = Duration.ofSeconds(4);

  private final AccessSource session;
  private final ManagedChannel channel;

  PubSubConnection(PubSubEndpoint endpoint, AccessSource session) {
    this(endpoint, session, PINGS);
  }

  PubSubConnection(PubSubEndpoint endpoint, AccessSource session, Pings pings) {
    this.session = session;
    this.channel =
        Grpc.newChannelBuilderForAddress(
                endpoint.host(),
                endpoint.port(),
                endpoint.encrypted()
                    ? TlsChannelCredentials.create()
                    : InsecureChannelCredentials.create())
            .keepAliveTime(pings.after().toNanos(), TimeUnit.NANOSECONDS)
            .keepAliveTimeout(pings.limit().toNanos(), TimeUnit.NANOSECONDS)
            .maxInboundMessageSize(LARGEST_MESSAGE)
            .disableRetry()
            .directExecutor() // our listeners only queue
            .build();
  }

  /**
   * How a connection that died without an end is noticed.
   *
   * @param after so long without a byte from there, it is pinged
   * @param limit it is dead if no answer comes within this
   */
  record Pings(Duration after, Duration limit) {}

  /** See {@link AccessSource#access}. */
  SalesforceAccess access() {
    return session.access();
  }

  /** See {@link AccessSource#invalidate}. */
  void invalidate(SalesforceAccess refused) {
    session.invalidate(refused);
  }

  StreamCall subscribe(SalesforceAccess access, FetchRequest first) throws InterruptedException {
    reconnectAtOnce();
    var call = channel.newCall(PubSubGrpc.getSubscribeMethod(), CallOptions.DEFAULT);
    return StreamCall.open(call, headers(access), first);
  }

  /**
   * Fetches a schema, as JSON.
   *
   * @throws SchemaCallException if the service has none, or gives none now
   */
  String schema(String id) {
    var access = session.access();
    var identified =
        ClientInterceptors.intercept(
            channel, MetadataUtils.newAttachHeadersInterceptor(headers(access)));
    var options = CallOptions.DEFAULT.withDeadlineAfter(SCHEMA_LIMIT.toSeconds(), TimeUnit.SECONDS);
    var request = SchemaRequest.newBuilder().setSchemaId(id).build();
    try {
      return ClientCalls.blockingUnaryCall(
              identified, PubSubGrpc.getGetSchemaMethod(), options, request)
          .getSchemaJson();
    } catch (StatusRuntimeException e) {
      var trailers = Optional.ofNullable(e.getTrailers()).orElseGet(Metadata::new);
      var failure = RpcFailure.of(e.getStatus(), trailers);
      if (Remedy.of(failure) == Remedy.NEW_SESSION) {
        session.invalidate(access);
      }
      throw new SchemaCallException(id, failure);
    }
  }

  /**
   * Asks what a topic is, and what may be done with it.
   *
   * @throws TopicCallException if the service does not tell
   */
  TopicInfo topic(String name) {
    var identified =
        ClientInterceptors.intercept(
            channel, MetadataUtils.newAttachHeadersInterceptor(headers(session.access())));
    var options = CallOptions.DEFAULT.withDeadlineAfter(TOPIC_LIMIT.toSeconds(), TimeUnit.SECONDS);
    var request = TopicRequest.newBuilder().setTopicName(name).build();
    try {
      return ClientCalls.blockingUnaryCall(
          identified, PubSubGrpc.getGetTopicMethod(), options, request);
    } catch (StatusRuntimeException e) {
      var trailers = Optional.ofNullable(e.getTrailers()).orElseGet(Metadata::new);
      throw new TopicCallException(RpcFailure.of(e.getStatus(), trailers));
    }
  }

  /** Without this gRPC's own pauses, up to two minutes, would come on top of the subscriptions'. */
  private void reconnectAtOnce() throws InterruptedException {
    if (channel.getState(true) == ConnectivityState.TRANSIENT_FAILURE) {
      var changed = new CountDownLatch(1);
      channel.notifyWhenStateChanged(ConnectivityState.TRANSIENT_FAILURE, changed::countDown);
      channel.resetConnectBackoff();
      if (!changed.await(CONNECT_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.debug("Still not connected to the Pub/Sub API");
      }
    }
  }

  /** Cuts every call still open, and waits a moment for the connection to be gone. */
  @Override
  public void close() {
    channel.shutdownNow();
    try {
      if (!channel.awaitTermination(CONNECT_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("The connection to the Pub/Sub API did not close within {}", CONNECT_LIMIT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Metadata headers(SalesforceAccess access) {
    var headers = new Metadata();
    headers.put(ACCESS_TOKEN, access.token());
    headers.put(INSTANCE_URL, access.instanceUrl().toString());
    headers.put(TENANT_ID, access.orgId());
    headers.put(TRACE_ID, UUID.randomUUID().toString());
    return headers;
  }

  private static Metadata.Key<String> ascii(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }
}
