package dev.kaitsu.adapter.salesforce.stream;

import static com.salesforce.eventbus.protobuf.ReplayPreset.CUSTOM;
import static com.salesforce.eventbus.protobuf.ReplayPreset.EARLIEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesforce.eventbus.protobuf.ReplayPreset;
import dev.kaitsu.adapter.salesforce.stream.StreamConfig.Replay;
import dev.kaitsu.model.EventBatch;
import dev.kaitsu.model.StreamEvent.Undecodable;
import dev.kaitsu.model.StreamStatus.State;
import dev.kaitsu.sandbox.salesforce.pubsub.PubSubError;
import dev.kaitsu.sandbox.salesforce.pubsub.Traffic.SubscribeSeen;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("No event is lost, overtaken or delivered by two streams when")
class StreamFaultsTest {
  private static final String A = "8015g0000000001AAA";
  private static final String B = "8015g0000000002AAA";
  private static final String C = "8015g0000000003AAA";

  @AutoClose private final Org org = new Org();

  @AfterEach
  void oneLiveStreamPerTopic() {
    assertThat(org.service.traffic().mostOpenStreams(Org.PROVISION)).isLessThanOrEqualTo(1);
  }

  static Stream<PubSubError> cuts() {
    return Stream.of(
        PubSubError.RST_STREAM,
        PubSubError.SERVICE_UNAVAILABLE,
        PubSubError.CLIENT_LIMIT_EXCEEDED,
        PubSubError.DELIVERY_LIMIT_EXCEEDED,
        PubSubError.of(Status.Code.UNKNOWN, "something.new", "Nobody knows this error."));
  }

  @ParameterizedTest
  @MethodSource("cuts")
  @DisplayName("the stream is cut")
  void cut(PubSubError error) {
    org.listening();
    org.publish(A);
    org.awaitEvents(Org.PROVISION, 1);

    org.service.failStreams(error);
    org.publish(B);

    org.awaitEvents(Org.PROVISION, 2);
    assertThat(org.requested()).containsExactly(A, B);
    assertThat(lastSubscribe().request().getReplayPreset()).isEqualTo(CUSTOM);
  }

  @Test
  @DisplayName("the stream is completed, again and again")
  void completed() {
    org.listening();
    for (int i = 1; i <= 5; i++) {
      org.publish(A);
      org.awaitEvents(Org.PROVISION, i);
      org.service.completeStreams();
    }
    org.publish(B);

    org.awaitEvents(Org.PROVISION, 6);
    assertThat(org.requested()).containsExactly(A, A, A, A, A, B);
  }

  @Test
  @DisplayName("the stream falls silent without an end")
  void silence() {
    org.start(Org.FAST.withSilenceLimit(Duration.ofMillis(600)), Replay.LATEST, Org.provision());
    await().until(() -> org.service.traffic().openStreams(Org.PROVISION) == 1);
    org.publish(A);
    org.awaitEvents(Org.PROVISION, 1);

    org.service.silenceStreams();
    org.publish(B);

    org.awaitEvents(Org.PROVISION, 2);
    assertThat(org.requested()).containsExactly(A, B);
  }

  @Test
  @DisplayName("the service is away for a while")
  void outage() {
    var streams = org.listening();
    org.publish(A);
    org.awaitEvents(Org.PROVISION, 1);

    org.service.goDown();
    await().until(() -> Org.states(streams).contains(State.BACKING_OFF));
    org.publish(B);
    org.service.comeBack();

    org.awaitEvents(Org.PROVISION, 2);
    assertThat(org.requested()).containsExactly(A, B);
    Org.awaitLive(streams);
  }

  @Test
  @DisplayName("the cursor is rejected: everything retained is read once, and a sweep asked for")
  void rejectedCursor() {
    org.listening();
    org.publish(A);
    org.awaitEvents(Org.PROVISION, 1);

    org.service.goDown();
    org.bus.resetReplay(Org.PROVISION);
    org.publish(B);
    org.service.comeBack();

    await().until(() -> org.requested().contains(B));
    await().until(() -> org.signals.sweeps.contains("the cursor was rejected"));
    org.service.completeStreams();
    org.publish(C);
    await().until(() -> org.requested().contains(C));
    assertThat(
            org.service.traffic().subscribes(Org.PROVISION).stream()
                .map(seen -> seen.request().getReplayPreset())
                .skip(1))
        .containsSubsequence(CUSTOM, EARLIEST, CUSTOM)
        .containsOnlyOnce(EARLIEST);
  }

  @Test
  @DisplayName("the cursor is rejected and nothing is retained: it is not sent again, nor an alarm")
  void rejectedCursorAndNothingRetained() {
    org.listening();
    org.publish(A);
    org.awaitEvents(Org.PROVISION, 1);

    org.service.goDown();
    org.bus.resetReplay(Org.PROVISION);
    org.service.comeBack();
    await().until(() -> presets().contains(EARLIEST));
    for (int cut = 1; cut <= 3; cut++) {
      int subscribes = presets().size();
      org.service.completeStreams();
      await().until(() -> presets().size() > subscribes);
    }
    org.publish(B);

    await().until(() -> org.requested().contains(B));
    assertThat(org.signals.sweeps).containsOnlyOnce("the cursor was rejected");
  }

  @Test
  @DisplayName("the cursor is rejected, and the program starts again before anything was read")
  void rejectedCursorAndRestart() {
    var first = org.listening();
    org.publish(A);
    org.awaitEvents(Org.PROVISION, 1);
    org.service.goDown();
    org.bus.resetReplay(Org.PROVISION);
    org.service.rejectNextSubscribes(PubSubError.REPLAY_ID_CORRUPTED, 1);
    org.service.comeBack();
    await().until(() -> org.signals.sweeps.contains("the cursor was rejected"));
    org.service.goDown();
    first.close();
    int before = presets().size();
    org.service.comeBack();

    org.start(Org.provision());
    org.publish(B);

    await().until(() -> org.requested().contains(B));
    assertThat(presets().subList(before, presets().size())).startsWith(EARLIEST);
  }

  private List<ReplayPreset> presets() {
    return org.service.traffic().subscribes(Org.PROVISION).stream()
        .map(seen -> seen.request().getReplayPreset())
        .toList();
  }

  @Test
  @DisplayName("the session ends: it is renewed once, and the stream resumes")
  void revokedToken() {
    org.listening();
    org.publish(A);
    org.awaitEvents(Org.PROVISION, 1);

    org.revokeToken();
    org.service.completeStreams();
    org.publish(B);

    org.awaitEvents(Org.PROVISION, 2);
    assertThat(org.requested()).containsExactly(A, B);
    assertThat(org.session.renewals).hasValue(1);
  }

  @Test
  @DisplayName("the session ends under an open stream, and an event needs a new schema")
  void revokedTokenBeforeSchema() {
    org.listening();
    org.revokeToken();

    org.publish(A, B);

    org.awaitEvents(Org.PROVISION, 2);
    assertThat(org.requested()).containsExactly(A, B);
    assertThat(org.session.renewals).hasValue(1);
    assertThat(org.service.traffic().subscribes(Org.PROVISION)).hasSize(1);
  }

  @Test
  @DisplayName("a new schema cannot be fetched three times: nothing overtakes the event it is for")
  void schemaFails() {
    org.listening();
    org.service.failNextSchemaCalls(PubSubError.SCHEMA_UNAVAILABLE, 3);

    org.publish(A, B, C);

    org.awaitEvents(Org.PROVISION, 3);
    assertThat(org.requested()).containsExactly(A, B, C);
    assertThat(schemaCalls()).isEqualTo(4);
  }

  @Test
  @DisplayName("a schema stays away longer than a stream can wait: the stream resumes")
  void schemaAwayForLong() {
    org.service.failNextSchemaCalls(PubSubError.SCHEMA_UNAVAILABLE, 12);
    var impatient = withPatience(Duration.ofMillis(200));
    org.start(impatient, Replay.ALL, Org.provision());

    org.publish(A, B);

    org.awaitEvents(Org.PROVISION, 2);
    assertThat(org.requested()).containsExactly(A, B);
    assertThat(org.service.traffic().subscribes(Org.PROVISION)).hasSizeGreaterThan(1);
  }

  @Test
  @DisplayName(
      "an event cannot be decoded: it is kept aside with its bytes, and the stream goes on")
  void undecodable() {
    org.listening();
    org.publish(A);
    org.awaitEvents(Org.PROVISION, 1);
    var schemaId = org.bus.events(Org.PROVISION).get(0).schemaId();

    org.bus.publishRaw(Org.PROVISION, schemaId, new byte[] {1, 2, 3}, "uuid-bad");
    org.publish(B);

    var events = org.awaitEvents(Org.PROVISION, 3);
    var parked = (Undecodable) events.get(1);
    assertThat(parked.key()).isEqualTo("uuid-bad");
    assertThat(parked.payload().bytes()).isEqualTo(new byte[] {1, 2, 3});
    assertThat(parked.schemaId()).isEqualTo(schemaId);
    assertThat(parked.reason()).contains("does not follow its schema OrderProvisionRequested__e");
    assertThat(org.inbox.parked()).containsExactly(parked);
    assertThat(events.get(2).replayId()).isNotEqualTo(parked.replayId());
  }

  @Test
  @DisplayName("an event names a schema that does not exist: it is kept aside once that is certain")
  void unknownSchema() {
    org.listening();

    org.bus.publishRaw(Org.PROVISION, "AAAAAAAAAAAAAAAAAAAAAA", new byte[] {1}, "uuid-bad");
    org.publish(A);

    assertThat(org.awaitEvents(Org.PROVISION, 2).get(0)).isInstanceOf(Undecodable.class);
    assertThat(org.service.traffic().schemaCalls("AAAAAAAAAAAAAAAAAAAAAA")).isEqualTo(3);
  }

  @Test
  @DisplayName("our own store fails for a moment: the stream stays open")
  void storeFails() {
    org.listening();
    org.intake.failsNext(3);

    org.publish(A, B);

    org.awaitEvents(Org.PROVISION, 2);
    assertThat(org.requested()).containsExactly(A, B);
    assertThat(org.service.traffic().subscribes(Org.PROVISION)).hasSize(1);
  }

  @Test
  @DisplayName("our own store fails for longer: the stream resumes from what is durable")
  void storeAwayForLong() {
    org.start(withPatience(Duration.ofMillis(100)), Replay.ALL, Org.provision());
    org.publish(A);
    org.awaitEvents(Org.PROVISION, 1);
    org.intake.failsNext(10);

    org.publish(B, C);

    org.awaitEvents(Org.PROVISION, 3);
    assertThat(org.requested()).containsExactly(A, B, C);
    assertThat(org.intake.failed()).isEqualTo(10);
  }

  @Test
  @DisplayName("it is cut between events that share one replay id")
  void sharedReplayId() {
    var channel = "/data/Orders__chn";
    org.bus.define(channel, SampleEvents.ORDER_CHANGED);
    org.start(Org.FAST, Replay.ALL, new StreamTopic(channel, StreamTopic.Kind.ORDER_CHANGES));
    var before = org.bus.publish(channel, SampleEvents.orderChanged("Failed"));

    org.bus.publishMany(
        channel,
        IntStream.range(0, 5)
            .mapToObj(i -> AChange.of("UPDATE").inTransaction("tx", i).build())
            .toList());

    org.awaitEvents(channel, 6);
    var cursorsInside =
        org.intake.batches().stream()
            .filter(batch -> batch.events().size() > 0)
            .map(EventBatch::cursor)
            .map(cursor -> cursor.bytes())
            .toList();
    assertThat(cursorsInside).allSatisfy(cursor -> assertThat(cursor).isEqualTo(before));
  }

  @Test
  @DisplayName("nothing comes at all: keepalives move the cursor")
  void keepalive() {
    org.listening();

    await().until(() -> org.inbox.cursor(Org.PROVISION).isPresent());
    org.service.completeStreams();
    org.publish(A);

    org.awaitEvents(Org.PROVISION, 1);
    assertThat(lastSubscribe().request().getReplayPreset()).isEqualTo(CUSTOM);
  }

  private static StreamTimes withPatience(Duration patience) {
    var t = Org.FAST;
    return new StreamTimes(
        t.silenceLimit(),
        t.openGrace(),
        t.openLimit(),
        t.retry(),
        t.protection(),
        t.allocation(),
        t.recheck(),
        t.stableAfter(),
        patience);
  }

  private int schemaCalls() {
    return org.service
        .traffic()
        .schemaCalls(org.bus.topic(Org.PROVISION).orElseThrow().schemaId().orElseThrow());
  }

  private SubscribeSeen lastSubscribe() {
    List<SubscribeSeen> all = org.service.traffic().subscribes(Org.PROVISION);
    return all.get(all.size() - 1);
  }
}
