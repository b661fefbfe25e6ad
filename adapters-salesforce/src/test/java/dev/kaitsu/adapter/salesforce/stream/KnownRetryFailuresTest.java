package dev.kaitsu.adapter.salesforce.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.adapter.salesforce.stream.StreamConfig.Replay;
import dev.kaitsu.adapter.salesforce.stream.StreamTimes.Pause;
import dev.kaitsu.model.StreamStatus.State;
import dev.kaitsu.sandbox.salesforce.pubsub.PubSubError;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Trying again fails in other clients, not here:")
class KnownRetryFailuresTest {
  private static final String A = "8015g0000000001AAA";
  private static final String B = "8015g0000000002AAA";
  private static final Duration HOUR = Duration.ofHours(1);

  @AutoClose private final Org org = new Org();

  @Test
  @DisplayName("forcedotcom/pub-sub-api (Java sample): after three failures in a row it is dead")
  void neverGivesUp() {
    var streams = org.listening();
    org.publish(A);
    org.awaitEvents(Org.PROVISION, 1);

    org.service.rejectNextSubscribes(PubSubError.SERVICE_UNAVAILABLE, 5);
    org.service.completeStreams();
    org.publish(B);

    org.awaitEvents(Org.PROVISION, 2);
    assertThat(org.requested()).containsExactly(A, B);
    assertThat(org.subscribed()).hasSizeGreaterThanOrEqualTo(7);
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

  private static String suffix(PubSubError error) {
    return error.errorCode().orElseThrow().replace("sfdc.platform.eventbus.grpc.", "");
  }

  private static StreamTimes withLongPauses(Pause pause) {
    var t = Org.FAST;
    return new StreamTimes(
        t.silenceLimit(),
        t.openGrace(),
        t.openLimit(),
        t.retry(),
        pause,
        pause,
        t.recheck(),
        t.stableAfter(),
        t.patience());
  }

  static Stream<PubSubError> notForMoments() {
    return Stream.of(
        PubSubError.DELIVERY_LIMIT_EXCEEDED,
        PubSubError.CLIENT_LIMIT_EXCEEDED,
        PubSubError.of(Status.Code.INTERNAL, "service.protection.triggered", "Too much."),
        PubSubError.of(Status.Code.UNKNOWN, "subscription.limit.exceeded", "Used up."));
  }

  @ParameterizedTest
  @MethodSource("notForMoments")
  @DisplayName("what is used up for hours is asked for again and again within seconds")
  void longPauses(PubSubError error) {
    org.service.rejectNextSubscribes(error, 1);

    var streams = org.start(withLongPauses(new Pause(HOUR, HOUR)), Replay.LATEST, Org.provision());

    await().until(() -> Org.states(streams).equals(List.of(State.BACKING_OFF)));
    await().during(Duration.ofMillis(500)).until(() -> org.subscribed().size() == 1);
    assertThat(streams.statuses().get(0).detail()).contains("error-code " + suffix(error));
  }

  @Test
  @DisplayName("linuxfoundation/lfx-self-serve#2195: it fails for days and still looks healthy")
  void neverLooksHealthy() {
    org.service.rejectNextSubscribes(PubSubError.SERVICE_UNAVAILABLE, 1_000);

    var streams = org.start(Org.provision());

    await().until(() -> org.subscribed().size() >= 5);
    var status = streams.statuses().get(0);
    assertThat(status.state()).isIn(State.BACKING_OFF, State.CONNECTING);
    assertThat(status.lastMessage()).isEmpty();
    assertThat(status.detail()).contains("service.unavailable");
  }
}
