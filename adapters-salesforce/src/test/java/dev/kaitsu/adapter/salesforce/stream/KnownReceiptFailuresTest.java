package dev.kaitsu.adapter.salesforce.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import com.salesforce.eventbus.protobuf.FetchResponse;
import dev.kaitsu.adapter.salesforce.stream.StreamConfig.Replay;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.sandbox.salesforce.pubsub.PubSubSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Receipt fails in other clients, not here:")
class KnownReceiptFailuresTest {
  private static final List<String> MANY =
      IntStream.range(0, 60).mapToObj("8015g000000%04d"::formatted).toList();

  @AutoClose
  private final Org org =
      new Org(
          PubSubSettings.standard()
              .withKeepalive(Duration.ofMillis(50))
              .withCreditlessLife(Duration.ofMillis(300)));

  @Test
  @DisplayName("forcedotcom/pub-sub-api#28: a handler outlasts the credits, the client goes stale")
  void slowHandler() {
    publishMany();
    org.intake.stall();
    var streams = org.start(Org.FAST, Replay.ALL, Org.provision());
    await().until(org.intake::isStalled);
    await().until(() -> org.service.traffic().openStreams(Org.PROVISION) == 0);

    org.intake.goOn();

    org.awaitEvents(Org.PROVISION, MANY.size());
    assertThat(org.requested()).isEqualTo(normalised());
    Org.awaitLive(streams);
  }

  @Test
  @DisplayName("pozil/pub-sub-api-node-client#12: each further batch is a new subscription")
  void oneStreamForAll() {
    publishMany();

    org.start(Org.FAST, Replay.ALL, Org.provision());

    org.awaitEvents(Org.PROVISION, MANY.size());
    assertThat(org.subscribed()).hasSize(1);
    assertThat(org.requested()).isEqualTo(normalised());
  }

  @Test
  @DisplayName("forcedotcom/pub-sub-api#50: a batch without events asks for more of them")
  void emptyBatchAsksForNothing() {
    var streams = org.listening();

    await().until(() -> keepalives(streams) && cursors() >= 4);

    assertThat(org.service.traffic().requestedEvents(Org.PROVISION)).containsExactly(20);
    assertThat(org.subscribed()).hasSize(1);
  }

  @Test
  @DisplayName("forcedotcom/pub-sub-api#56: a batch without events or news is committed")
  void emptyBatchCommitsNothing() {
    var here = Position.at(Optional.of(new ReplayId(new byte[] {1})));
    var sameAgain =
        FetchResponse.newBuilder().setLatestReplayId(ByteString.copyFrom(new byte[] {1})).build();

    for (var empty : List.of(FetchResponse.getDefaultInstance(), sameAgain)) {
      var batch = Batch.of(List.of(empty), here, 1, Org.provision(), Samples.decoder());
      assertThat(batch.content()).isEmpty();
      assertThat(batch.position()).isEqualTo(here);
    }
  }

  @ParameterizedTest(name = "{0} of them")
  @ValueSource(ints = {1, 2, 3})
  @DisplayName("pozil/pub-sub-api-node-client#50: events without a replay id end the reader")
  void withoutReplayId(int nameless) {
    org.publish(MANY.get(0), MANY.get(1), MANY.get(2));
    org.service.omitNextReplayIds(nameless);

    org.start(Org.FAST, Replay.ALL, Org.provision());

    org.awaitEvents(Org.PROVISION, 3);
    assertThat(org.requested()).isEqualTo(normalised().subList(0, 3));
    assertThat(org.subscribed()).hasSize(1);
  }

  @Test
  @DisplayName("pozil/pub-sub-api-node-client#50: one among others moves the cursor nowhere odd")
  void withoutReplayIdInTheMiddle() {
    org.listening();
    org.publish(MANY.get(0));
    org.awaitEvents(Org.PROVISION, 1);
    org.service.omitNextReplayIds(1);
    org.publish(MANY.get(1), MANY.get(2));
    org.awaitEvents(Org.PROVISION, 3);

    org.service.completeStreams();
    org.publish(MANY.get(3));

    await().until(() -> org.requested().contains(normalised().get(3)));
    assertThat(org.subscribed()).hasSize(2);
    assertThat(org.requested()).isEqualTo(normalised().subList(0, 4));
  }

  @Test
  @DisplayName("apache/camel (source): an exception on receipt is swallowed, and the batch with it")
  void unexpectedException() {
    var streams = org.start(Org.FAST, Replay.ALL, Org.provision());
    Org.awaitLive(streams);
    org.intake.failsNext(new IllegalStateException("a defect (scripted)"));

    org.publish(MANY.get(0), MANY.get(1));

    org.awaitEvents(Org.PROVISION, 2);
    assertThat(org.requested()).isEqualTo(normalised().subList(0, 2));
    Org.awaitLive(streams);
  }

  private void publishMany() {
    org.publish(MANY.toArray(String[]::new));
  }

  private static List<String> normalised() {
    return MANY.stream().map(OrderId::new).map(OrderId::value).toList();
  }

  private static boolean keepalives(SalesforceStreams streams) {
    return streams.statuses().get(0).lastKeepalive().isPresent();
  }

  private long cursors() {
    return org.intake.batches().stream().map(batch -> batch.cursor()).distinct().count();
  }
}
