package dev.kaitsu.adapter.salesforce.stream;

import static com.salesforce.eventbus.protobuf.ReplayPreset.CUSTOM;
import static com.salesforce.eventbus.protobuf.ReplayPreset.EARLIEST;
import static com.salesforce.eventbus.protobuf.ReplayPreset.LATEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.ReplayPreset;
import dev.kaitsu.adapter.salesforce.stream.StreamConfig.Replay;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.sandbox.salesforce.pubsub.Habit;
import dev.kaitsu.sandbox.salesforce.pubsub.PubSubSettings;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The cursor fails in other clients, not here:")
class KnownCursorFailuresTest {
  private static final String A = "8015g0000000001AAA";
  private static final String B = "8015g0000000002AAA";

  /** No keepalives here, so that only events and refusals move a cursor. */
  @AutoClose private final Org org = new Org(PubSubSettings.standard());

  @Test
  @DisplayName(
      "forcedotcom/pub-sub-api (Java sample): it is the response's latest replay id, ahead of what"
          + " is durable")
  void aheadOfTheEvents() {
    try (var ahead = new Org(Habit.TELLS_THE_NEWEST_REPLAY_ID)) {
      for (int i = 0; i < 60; i++) {
        ahead.publish(A);
      }
      ahead.start(Org.FAST, Replay.ALL, Org.provision());
      ahead.awaitEvents(Org.PROVISION, 60);

      assertThat(ahead.intake.batches())
          .filteredOn(batch -> !batch.events().isEmpty())
          .hasSizeGreaterThan(1)
          .allSatisfy(
              batch ->
                  assertThat(batch.cursor())
                      .isEqualTo(batch.events().get(batch.events().size() - 1).replayId()));
    }
  }

  @Test
  @DisplayName("pozil/pub-sub-api-node-client#4: it passes through text and comes back corrupted")
  void bytesNotText() {
    org.listening();
    var last = publishUntilNoText();
    await().until(() -> org.inbox.cursor(Org.PROVISION).equals(Optional.of(last)));

    org.service.completeStreams();

    await().until(() -> org.subscribed().size() == 2);
    assertThat(org.subscribed().get(1).getReplayId().toByteArray()).isEqualTo(last.bytes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "ff80", "0000000000179050ffff", "00112233445566778899aabbccddeeff"})
  @DisplayName("pozil/pub-sub-api-node-client (design): it is made a number of its first 8 bytes")
  void opaque(String hex) {
    var id = new ReplayId(HexFormat.of().parseHex(hex));
    org.mirror.save(Org.PROVISION, id);

    org.start(Org.provision());

    await().until(() -> !org.subscribed().isEmpty());
    assertThat(org.subscribed().get(0).getReplayPreset()).isEqualTo(CUSTOM);
    assertThat(org.subscribed().get(0).getReplayId().toByteArray()).isEqualTo(id.bytes());
  }

  @Test
  @DisplayName("apache/camel#17153: it is rejected, and the client subscribes with it for ever")
  void rejectedAndNothingRetained() {
    var streams = rejectedWithNothingRetained();
    Org.awaitLive(streams);
    assertThat(presets()).containsExactly(LATEST, CUSTOM, EARLIEST);

    org.service.completeStreams();

    await().until(() -> org.subscribed().size() == 4);
    Org.awaitLive(streams);
    assertThat(presets()).containsExactly(LATEST, CUSTOM, EARLIEST, EARLIEST);
    assertThat(org.signals.sweeps).contains("the cursor was rejected");
  }

  @Test
  @DisplayName(
      "apache/camel#18396: it is rejected, and the client goes on with what comes from now")
  void rejectedMeansEarliest() {
    rejectedWithNothingRetained();
    await().until(() -> org.subscribed().size() == 3);
    org.service.goDown();
    org.publish(B);
    org.service.comeBack();

    org.awaitEvents(Org.PROVISION, 2);
    assertThat(org.requested()).containsExactly(A, B);
    assertThat(presets()).startsWith(LATEST).filteredOn(LATEST::equals).hasSize(1);
  }

  @Test
  @DisplayName("wso2/product-integrator-mi#4768: a stale one survives every restart")
  void staleAcrossRestarts() {
    var first = org.listening();
    org.publish(A);
    org.awaitEvents(Org.PROVISION, 1);
    first.close();
    org.bus.resetReplay(Org.PROVISION);
    org.publish(B);

    var second = org.listening();
    org.awaitEvents(Org.PROVISION, 2);
    second.close();
    org.listening();

    await().until(() -> org.subscribed().size() == 4);
    assertThat(presets()).containsExactly(LATEST, CUSTOM, EARLIEST, CUSTOM);
    assertThat(org.requested()).containsExactly(A, B);
  }

  @ParameterizedTest(name = "after {0} batches")
  @ValueSource(ints = {1, 2})
  @DisplayName("a crash between events of one replay id skips the rest of them")
  void crashWithinSharedReplayId(int batches) {
    var channel = "/data/Orders__chn";
    org.bus.define(channel, SampleEvents.ORDER_CHANGED);
    org.bus.publish(channel, change(0));
    org.bus.publishMany(channel, IntStream.range(1, 40).mapToObj(this::change).toList());
    org.bus.publish(channel, change(40));
    org.intake.takesNext(batches);
    org.intake.failsNext(new IllegalStateException("a crash (scripted)"));

    org.start(Org.FAST, Replay.ALL, new StreamTopic(channel, StreamTopic.Kind.ORDER_CHANGES));

    await()
        .untilAsserted(
            () ->
                assertThat(org.intake.events(channel).stream().map(StreamEvent::key).distinct())
                    .hasSize(41));
    assertThat(org.service.traffic().subscribes(channel)).hasSize(2);
  }

  private GenericRecord change(int sequence) {
    return AChange.of("UPDATE")
        .inTransaction("tx", sequence)
        .changing("Activation_Status__c", "Activating")
        .build();
  }

  private SalesforceStreams rejectedWithNothingRetained() {
    var streams = org.listening();
    org.publish(A);
    org.awaitEvents(Org.PROVISION, 1);
    org.service.goDown();
    org.bus.resetReplay(Org.PROVISION);
    org.service.comeBack();
    await().until(() -> presets().contains(EARLIEST));
    return streams;
  }

  /** Publishes until a replay id holds a byte that no text encoding leaves alone. */
  private ReplayId publishUntilNoText() {
    while (true) {
      var id = org.bus.publish(Org.PROVISION, SampleEvents.requested(A));
      for (byte each : id) {
        if (each < 0) {
          return new ReplayId(id);
        }
      }
    }
  }

  private List<ReplayPreset> presets() {
    return org.subscribed().stream().map(FetchRequest::getReplayPreset).toList();
  }
}
