package dev.kaitsu.sandbox.salesforce.pubsub;

import static dev.kaitsu.sandbox.salesforce.bus.SampleEvents.TOPIC;
import static dev.kaitsu.sandbox.salesforce.pubsub.PubSubClient.earliest;
import static org.assertj.core.api.Assertions.assertThat;

import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.FetchResponse;
import com.salesforce.eventbus.protobuf.PubSubGrpc;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The service is no bottleneck")
class ThroughputTest {
  private static final int EVENTS = 100_000;

  @AutoClose private final EmulatedOrg org = new EmulatedOrg();

  @Test
  @DisplayName("a replay of 100,000 retained events through one stream takes less than 20 seconds")
  void replay() {
    org.publish(EVENTS);
    var channel =
        Grpc.newChannelBuilder(
                "127.0.0.1:" + org.service.port(), InsecureChannelCredentials.create())
            .build();
    var headers =
        PubSubClient.headers(PubSubClient.TOKEN, PubSubClient.INSTANCE_URL, PubSubClient.TENANT_ID);
    var counting = new ToppingUp();
    try {
      PubSubGrpc.newStub(channel)
          .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
          .subscribe(counting);
      counting.requests.onNext(earliest(TOPIC, 100));

      assertThat(counting.received.orTimeout(20, TimeUnit.SECONDS).join()).isEqualTo(EVENTS);
    } finally {
      channel.shutdownNow();
    }
  }

  @Test
  @DisplayName(
      "an event reaches a waiting stream at once: half of 200 in less than 20 milliseconds")
  void latency() {
    var stream = org.subscribeLatest(100);
    var nanos = new ArrayList<Long>();
    for (int i = 1; i <= 200; i++) {
      long published = System.nanoTime();
      org.publish(1);
      nanos.add(stream.awaitArrival(i) - published);
      stream.send(PubSubClient.more(1));
    }
    Collections.sort(nanos);

    assertThat(Duration.ofNanos(nanos.get(100))).isLessThan(Duration.ofMillis(20));
  }

  /** Asks for as many events as it got. */
  private static final class ToppingUp
      implements ClientResponseObserver<FetchRequest, FetchResponse> {
    private final CompletableFuture<Integer> received = new CompletableFuture<>();
    private ClientCallStreamObserver<FetchRequest> requests;
    private int count;

    @Override
    public void beforeStart(ClientCallStreamObserver<FetchRequest> stream) {
      requests = stream;
    }

    @Override
    public void onNext(FetchResponse response) {
      count += response.getEventsCount();
      if (count == EVENTS) {
        received.complete(count);
      } else {
        requests.onNext(PubSubClient.more(response.getEventsCount()));
      }
    }

    @Override
    public void onError(Throwable failure) {
      received.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {
      received.complete(count);
    }
  }
}
