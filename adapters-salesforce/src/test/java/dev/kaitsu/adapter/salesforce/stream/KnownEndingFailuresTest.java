package dev.kaitsu.adapter.salesforce.stream;

import static com.salesforce.eventbus.protobuf.ReplayPreset.CUSTOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.adapter.salesforce.stream.StreamConfig.Replay;
import dev.kaitsu.model.StreamStatus.State;
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
  @DisplayName("forcedotcom/pub-sub-api (Java sample): after three failures in a row it is dead")
  void neverGivesUp() {
    var streams = org.listening();
    org.publish(A);
    org.awaitEvents(Org.PROVISION, 1);

    org.service.rejectNextSubscribes(PubSubError.SERVICE_UNAVAILABLE, 12);
    org.service.completeStreams();
    org.publish(B);

    org.awaitEvents(Org.PROVISION, 2);
    assertThat(org.requested()).containsExactly(A, B);
    assertThat(org.subscribed()).hasSizeGreaterThanOrEqualTo(14);
    Org.awaitLive(streams);
  }

  @Test
  @DisplayName(
      "pozil/pub-sub-api-node-client#14, #67: a good token is refused, and nobody says why")
  void goodTokenRefused() {
    org.revokeToken();
    org.service.rejectNextSubscribes(PubSubError.AUTH_ERROR, 12);

    var streams = org.start(Org.provision());

    await().until(() -> streams.statuses().get(0).detail().contains("IP policy"));
    Org.awaitLive(streams);
    assertThat(org.session.renewals).hasValue(13); // each refused session is given back once
  }

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
    assertThat(RpcFailure.of(Status.UNKNOWN, new Metadata()))
        .hasToString("status UNKNOWN, description '', error-code none, rpc-id none");
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

  @Test
  @DisplayName("linuxfoundation/lfx-self-serve#2195: it fails for days and still looks healthy")
  void neverLooksHealthy() {
    org.service.rejectNextSubscribes(PubSubError.SERVICE_UNAVAILABLE, 1_000);

    var streams = org.start(Org.provision());

    await().until(() -> org.subscribed().size() >= 10);
    var status = streams.statuses().get(0);
    assertThat(status.state()).isIn(State.BACKING_OFF, State.CONNECTING);
    assertThat(status.lastMessage()).isEmpty();
    assertThat(status.detail()).contains("service.unavailable");
  }
}
