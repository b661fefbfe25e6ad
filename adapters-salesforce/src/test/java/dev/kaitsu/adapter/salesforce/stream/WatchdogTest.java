package dev.kaitsu.adapter.salesforce.stream;

import static com.salesforce.eventbus.protobuf.ReplayPreset.CUSTOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.adapter.salesforce.stream.StreamConfig.Replay;
import dev.kaitsu.model.EventBatch;
import dev.kaitsu.model.Receipt;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.StreamStatus;
import dev.kaitsu.model.StreamStatus.End;
import dev.kaitsu.model.StreamStatus.State;
import dev.kaitsu.sandbox.salesforce.pubsub.PubSubError;
import dev.kaitsu.sandbox.salesforce.pubsub.PubSubSettings;
import dev.kaitsu.testkit.InMemoryStreamLeases;
import dev.kaitsu.testkit.SettableClock;
import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A subscription never stays deaf:")
class WatchdogTest {
  private static final Duration KEEPALIVE = Duration.ofMillis(300);
  private static final StreamTimes WATCHFUL = Org.FAST.withSilenceLimit(Duration.ofSeconds(2));
  private static final String A = "8015g0000000001AAA";
  private static final String B = "8015g0000000002AAA";

  private final SettableClock busClock = new SettableClock();

  @AutoClose
  private final Org org = new Org(PubSubSettings.standard().withKeepalive(KEEPALIVE), busClock);

  @Test
  @DisplayName("silence is no failure; once it repeats only a message proves that it is over")
  void silence() {
    var streams = org.start(WATCHFUL, Replay.LATEST, Org.provision());
    await().until(() -> status(streams).lastKeepalive().isPresent());
    org.service.silenceNextSubscribes(2);

    org.service.silenceStreams();

    await().until(() -> status(streams).ends().containsKey(End.SILENCE));
    await().until(() -> status(streams).state() == State.LIVE); // a first silence may be chance
    await().until(() -> status(streams).ends().getOrDefault(End.SILENCE, 0L) == 2);
    await().during(Duration.ofSeconds(1)).until(() -> status(streams).state() == State.DEAF);
    org.publish(A);

    org.awaitEvents(Org.PROVISION, 1);
    await().until(() -> status(streams).state() == State.LIVE);
    assertThat(status(streams).ends()).isEqualTo(Map.of(End.SILENCE, 3L));
    assertThat(status(streams).detail()).isEmpty();
    assertThat(org.service.traffic().mostOpenStreams(Org.PROVISION)).isEqualTo(1);
  }

  @Test
  @DisplayName("a connection that is dead on the other side is left for a new one")
  void halfOpen() {
    try (var wire = Wire.to(org.service.port())) {
      var streams =
          org.start(
              wire.port(),
              new InMemoryStreamLeases(org.store, "node", Duration.ofSeconds(10)),
              WATCHFUL,
              Replay.LATEST,
              Org.provision());
      await().until(() -> org.inbox.cursor(Org.PROVISION).isPresent());

      wire.freezeWhatIsOpen();
      org.publish(A);

      org.awaitEvents(Org.PROVISION, 1);
      assertThat(status(streams).ends()).containsOnlyKeys(End.SILENCE);
    }
  }

  @Test
  @DisplayName("a topic silent for four days but for keepalives resumes after a restart")
  void quietTopic() {
    var first = org.listening();
    for (int day = 0; day < 4; day++) {
      busClock.advance(Duration.ofDays(1));
      var before = status(first).cursorSavedAt().orElse(Instant.MIN);
      await().until(() -> status(first).cursorSavedAt().orElse(Instant.MIN).isAfter(before));
    }
    first.close();
    org.publish(A);

    var second = org.listening();

    org.awaitEvents(Org.PROVISION, 1);
    assertThat(org.requested()).containsExactly(A);
    assertThat(status(second).ends()).isEmpty();
    var presets = org.service.traffic().subscribes(Org.PROVISION);
    assertThat(presets.get(1).request().getReplayPreset()).isEqualTo(CUSTOM);
  }

  @Test
  @DisplayName("a schema that may not be read is a refusal that says so, and heals by itself")
  void schemaDenied() {
    var denied =
        PubSubError.of(Status.Code.PERMISSION_DENIED, "schema.meta.permission", "No access.");
    org.service.failNextSchemaCalls(denied, 12);
    var streams = org.start(impatient(), Replay.LATEST, Org.provision());
    Org.awaitLive(streams);
    await().until(() -> org.inbox.cursor(Org.PROVISION).isPresent());

    org.publish(A, B);

    await().until(() -> status(streams).ends().containsKey(End.REFUSED));
    org.awaitEvents(Org.PROVISION, 2);
    assertThat(org.requested()).containsExactly(A, B);
    assertThat(status(streams).ends()).containsOnlyKeys(End.REFUSED);
  }

  @Test
  @DisplayName("of a cursor that is getting too old somebody hears, also after a restart")
  void oldCursor() {
    try (var log = new StreamLog()) {
      org.inbox.receive(
          new Receipt(
              new EventBatch(Org.PROVISION, new ReplayId(new byte[] {1}), List.of()), List.of()));
      org.storeClock.advance(Duration.ofHours(49));
      org.service.goDown();

      var streams = org.start(Org.provision());

      await().until(() -> status(streams).isCursorOld(Instant.now()));
      await().until(() -> status(streams).ends().getOrDefault(End.FAILED, 0L) > 2);
      assertThat(log.lines()).filteredOn(line -> line.contains("ALARM: the cursor")).hasSize(1);
    }
  }

  @Test
  @DisplayName("that the day's deliveries are used up is an alarm at once, told once")
  void allocation() {
    try (var log = new StreamLog()) {
      org.service.rejectNextSubscribes(PubSubError.DELIVERY_LIMIT_EXCEEDED, 3);

      var streams = org.start(Org.provision());

      Org.awaitLive(streams);
      assertThat(status(streams).ends()).isEqualTo(Map.of(End.ALLOCATION, 3L));
      assertThat(log.lines()).filteredOn(line -> line.contains("ALARM: channel")).hasSize(1);
    }
  }

  private static StreamTimes impatient() {
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
        Duration.ofMillis(200));
  }

  private static StreamStatus status(SalesforceStreams streams) {
    return streams.statuses().get(0);
  }
}
