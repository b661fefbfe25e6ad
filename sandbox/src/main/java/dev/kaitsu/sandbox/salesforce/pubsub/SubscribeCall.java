package dev.kaitsu.sandbox.salesforce.pubsub;

import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.FetchResponse;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Optional;

/**
 * The requests of one Subscribe call. The first one opens the stream; later ones add credits, and
 * their replay options are ignored or refused. They are taken one at a time, so that none overtakes
 * a slow opening.
 */
final class SubscribeCall implements StreamObserver<FetchRequest> {
  private final RpcCall call = RpcCall.current();
  private final TransportTrace trace = TransportTrace.CURRENT.get();
  private final ServerCallStreamObserver<FetchResponse> client;
  private final Subscriptions subscriptions;
  private final Traffic traffic;
  private final OpenStreams streams;
  private final Latency latency;
  private volatile Optional<LiveStream> stream = Optional.empty();
  private boolean started;

  SubscribeCall(
      ServerCallStreamObserver<FetchResponse> client,
      Subscriptions subscriptions,
      Traffic traffic,
      OpenStreams streams,
      Latency latency) {
    this.client = client;
    this.subscriptions = subscriptions;
    this.traffic = traffic;
    this.streams = streams;
    this.latency = latency;
    client.disableAutoRequest();
    client.setOnCancelHandler(this::forget);
    client.setOnCloseHandler(this::forget);
    client.request(1);
  }

  @Override
  public void onNext(FetchRequest request) {
    if (!started) {
      started = true;
      latency.before("Subscribe", () -> open(request));
    } else {
      stream.ifPresent(opened -> addCredits(opened, request));
      client.request(1);
    }
  }

  @Override
  public void onError(Throwable cancelled) {
    forget();
  }

  @Override
  public void onCompleted() {
    if (!started) {
      client.onCompleted();
    }
    stream.ifPresent(LiveStream::complete);
  }

  private void open(FetchRequest first) {
    stream = subscriptions.open(first, call, trace, client);
    stream.ifPresent(
        opened -> {
          traffic.fetched(opened.topicName(), first.getNumRequested());
          opened.request(first.getNumRequested());
          client.request(1);
          if (client.isCancelled()) {
            forget();
          }
        });
  }

  private void addCredits(LiveStream opened, FetchRequest request) {
    var refusal = opened.refusalOf(request);
    if (refusal.isPresent()) {
      opened.fail(refusal.get());
    } else {
      traffic.fetched(opened.topicName(), request.getNumRequested());
      opened.request(request.getNumRequested());
    }
  }

  private void forget() {
    stream.ifPresent(
        opened -> {
          opened.stop();
          streams.remove(opened);
        });
  }
}
