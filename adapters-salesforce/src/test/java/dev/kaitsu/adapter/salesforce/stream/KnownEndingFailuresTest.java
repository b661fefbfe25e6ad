package dev.kaitsu.adapter.salesforce.stream;

import static com.salesforce.eventbus.protobuf.ReplayPreset.CUSTOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.adapter.salesforce.stream.StreamConfig.Replay;
import dev.kaitsu.sandbox.salesforce.pubsub.PubSubError;
import io.grpc.Metadata;
import io.grpc.Status;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The end of a stream fails in other clients, not here:")
class KnownEndingFailuresTest {
  private static final String A = "8015g0000000001AAA";
  private static final String B = "8015g0000000002AAA";
  private static final StreamTimes WATCHFUL = Org.FAST.withSilenceLimit(Duration.ofMillis(600));

  @AutoClose private final Org org = new Org();

  @Test
  @DisplayName("pozil/pub-sub-api-node-client#52: the silent stream stays open beside the new one")
  void oneStreamAtATime() {
    org.start(WATCHFUL, Replay.LATEST, Org.provision());
    await().until(() -> org.service.traffic().openStreams(Org.PROVISION) == 1);

    for (int times = 1; times <= 3; times++) {
      org.service.silenceStreams();
      int next = times + 1;
      await().until(() -> org.subscribed().size() == next);
    }
    org.publish(A);

    org.awaitEvents(Org.PROVISION, 1);
    assertThat(org.service.traffic().mostOpenStreams(Org.PROVISION)).isEqualTo(1);
    assertThat(org.requested()).containsExactly(A);
  }

  @Test
  @DisplayName("pozil/pub-sub-api-node-client#59, #64: an error without a cause, and then nothing")
  void errorWithoutCause() {
    org.listening();
    org.publish(A);
    org.awaitEvents(Org.PROVISION, 1);

    org.service.failStreams(new PubSubError(Status.Code.UNKNOWN, Optional.empty(), ""));
    org.publish(B);

    org.awaitEvents(Org.PROVISION, 2);
    assertThat(org.requested()).containsExactly(A, B);
    assertThat(org.subscribed().get(1).getReplayPreset()).isEqualTo(CUSTOM);
    var bare = RpcFailure.of(Status.UNKNOWN, new Metadata());
    assertThat(bare).hasToString("status UNKNOWN, description '', error-code none, rpc-id none");
    assertThat(Remedy.of(bare)).isEqualTo(Remedy.RETRY);
  }

  @Test
  @DisplayName("pozil/pub-sub-api-node-client#96: the connection is half-open, and nobody notices")
  void halfOpenConnection() throws Exception {
    try (var path = FrozenPath.to(org.service.port());
        var connection =
            new PubSubConnection(
                PubSubEndpoint.parse("http://127.0.0.1:" + path.port()),
                org.session,
                new PubSubConnection.Pings(Duration.ofSeconds(10), Duration.ofMillis(200)))) {
      var call =
          connection.subscribe(connection.access(), Start.FROM_NOW_ON.request(Org.provision(), 20));
      await().until(() -> org.service.traffic().openStreams(Org.PROVISION) == 1);

      path.freeze();

      // Ten seconds are the shortest time after which the library pings.
      assertThat(endOf(call, Duration.ofSeconds(15)).status()).isEqualTo(Status.Code.UNAVAILABLE);
    }
  }

  private static RpcFailure endOf(StreamCall call, Duration limit) throws InterruptedException {
    long since = System.nanoTime();
    while (System.nanoTime() - since < limit.toNanos()) {
      if (call.next(Duration.ofSeconds(1)).orElse(null) instanceof StreamCall.Ended ended) {
        return ended.how();
      }
    }
    throw new AssertionError("nobody noticed within " + limit);
  }

  @Test
  @DisplayName("jsforce/jsforce#1061: the new stream is silent from its start, without an error")
  void silentFromTheStart() {
    org.start(WATCHFUL, Replay.LATEST, Org.provision());
    org.publish(A);
    await().until(() -> org.service.traffic().openStreams(Org.PROVISION) == 1);
    org.publish(A);
    org.awaitEvents(Org.PROVISION, 1);

    org.service.silenceNextSubscribes(2);
    org.service.completeStreams();
    org.publish(B);

    await().until(() -> org.requested().contains(B));
    assertThat(org.subscribed()).hasSize(4);
  }
}
