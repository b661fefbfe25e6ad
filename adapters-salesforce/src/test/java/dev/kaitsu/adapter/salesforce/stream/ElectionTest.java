package dev.kaitsu.adapter.salesforce.stream;

import static com.salesforce.eventbus.protobuf.ReplayPreset.CUSTOM;
import static com.salesforce.eventbus.protobuf.ReplayPreset.EARLIEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesforce.eventbus.protobuf.FetchRequest;
import dev.kaitsu.adapter.salesforce.stream.StreamConfig.Replay;
import dev.kaitsu.model.EventBatch;
import dev.kaitsu.model.Receipt;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.StreamStatus;
import dev.kaitsu.model.StreamStatus.End;
import dev.kaitsu.model.StreamStatus.State;
import dev.kaitsu.port.out.StreamLeases;
import dev.kaitsu.sandbox.salesforce.pubsub.PubSubError;
import dev.kaitsu.testkit.InMemoryStreamLeases;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of several nodes one reads a topic, and")
class ElectionTest {
  private static final Duration LIFE = Duration.ofSeconds(2);
  private static final StreamTimes TIMES = patient();
  private static final String A = "8015g0000000001AAA";
  private static final String B = "8015g0000000002AAA";
  private static final String C = "8015g0000000003AAA";

  @AutoClose private final Org org = new Org();
  private final CutOff reachable = new CutOff(leases("first"));
  private final SalesforceStreams first = start(reachable);
  private final SalesforceStreams second = start(leases("second"));

  private SalesforceStreams start(StreamLeases leases) {
    var streams = org.start(org.service.port(), leases, TIMES, Replay.LATEST, Org.provision());
    await().until(() -> List.of(State.LIVE, State.STANDBY).contains(state(streams)));
    return streams;
  }

  @AfterEach
  void neverTwoStreams() {
    assertThat(org.service.traffic().mostOpenStreams(Org.PROVISION)).isEqualTo(1);
  }

  @Test
  @DisplayName("the others stand by and know who it is")
  void standsBy() {
    assertThat(state(first)).isEqualTo(State.LIVE);
    assertThat(status(first).reader().term()).hasValue(1);
    assertThat(state(second)).isEqualTo(State.STANDBY);
    assertThat(status(second).reader().node()).contains("first");

    org.publish(A);
    org.awaitEvents(Org.PROVISION, 1);

    await().until(() -> status(second).cursorSavedAt().isPresent());
    assertThat(org.service.traffic().subscribes(Org.PROVISION)).hasSize(1);
    await().until(() -> org.signals.openings.get() == 2);
  }

  @Test
  @DisplayName("when it stops another one resumes from the cursor at once")
  void stops() {
    org.publish(A);
    org.awaitEvents(Org.PROVISION, 1);

    first.close();
    org.publish(B);

    await().atMost(LIFE).until(() -> state(second) == State.LIVE);
    org.awaitEvents(Org.PROVISION, 2);
    assertThat(org.requested()).containsExactly(A, B);
    assertThat(lastSubscribe().getReplayPreset()).isEqualTo(CUSTOM);
    assertThat(status(second).reader().term()).hasValue(2);
  }

  @Test
  @DisplayName("when it stops in the middle of a long pause it neither waits nor keeps the topic")
  void stopsInPause() {
    second.close();
    org.service.rejectNextSubscribes(PubSubError.TOPIC_PERMISSION, 1);
    org.service.completeStreams();
    await().until(() -> state(first) == State.REFUSED);

    await().atMost(Duration.ofSeconds(3)).until(() -> closes(first));

    assertThat(leases("anybody").holder(Org.PROVISION)).isEmpty();
  }

  @Test
  @DisplayName("when it cannot confirm its lease in time it lets go by itself")
  void cutOff() {
    org.publish(A);
    org.awaitEvents(Org.PROVISION, 1);

    reachable.cut();
    await().until(() -> org.service.traffic().openStreams(Org.PROVISION) == 0);
    assertThat(state(first)).isNotEqualTo(State.LIVE);
    org.storeClock.advance(LIFE);
    org.publish(B);

    org.awaitEvents(Org.PROVISION, 2);
    assertThat(state(second)).isEqualTo(State.LIVE);
    assertThat(org.requested()).containsExactly(A, B);
    reachable.mend();
    await().until(() -> state(first) == State.STANDBY);
    assertThat(status(first).ends()).containsEntry(End.LOST, 1L);
  }

  @Test
  @DisplayName("when it freezes within a batch, what it holds is refused after it wakes up")
  void frozen() {
    org.intake.freezesNext();
    org.publish(A);
    await().until(org.intake::isFrozen);

    reachable.cut();
    await().until(() -> org.service.traffic().openStreams(Org.PROVISION) == 0);
    org.storeClock.advance(LIFE);
    await().until(() -> state(second) == State.LIVE);
    org.publish(B);
    await().until(() -> org.requested().contains(B));
    var stored = org.intake.batches().size();
    org.intake.thaw();

    reachable.mend();
    await().until(() -> state(first) == State.STANDBY);
    assertThat(org.intake.batches().subList(stored, org.intake.batches().size()))
        .allMatch(batch -> batch.term().getAsLong() == 2);
    assertThat(org.intake.batches().stream().filter(batch -> batch.term().getAsLong() == 1))
        .allMatch(batch -> batch.events().isEmpty());
  }

  @Test
  @DisplayName("when somebody moves the cursor it reads on from there")
  void cursorMoved() {
    org.publish(A);
    org.publish(B);
    org.awaitEvents(Org.PROVISION, 2);
    var start = new ReplayId(org.bus.events(Org.PROVISION).get(0).replayId().bytes());

    org.inbox.receive(new Receipt(new EventBatch(Org.PROVISION, start, List.of()), List.of()));
    leases("somebody").beginNewTerm(Org.PROVISION);

    await().until(() -> org.requested().equals(List.of(A, B, B)));
    assertThat(lastSubscribe().getReplayPreset()).isEqualTo(CUSTOM);
    await().until(() -> status(first).reader().term().equals(OptionalLong.of(2)));
  }

  @Test
  @DisplayName("a node without a way to the service leaves it to another one")
  void noWay() {
    first.close();
    second.close();
    var lost = org.start(1, leases("lost"), Org.FAST, Replay.LATEST, Org.provision());
    await().until(() -> status(lost).reader().term().isPresent());

    var good = start(leases("good"));

    await().atMost(Duration.ofSeconds(40)).until(() -> state(good) == State.LIVE);
    await().until(() -> state(lost) == State.STANDBY);
  }

  @Test
  @DisplayName("told to replay all, each one begins with the earliest when its turn comes first")
  void replaysAll() {
    org.publish(A);
    org.awaitEvents(Org.PROVISION, 1);
    second.close();
    var third =
        org.start(org.service.port(), leases("third"), Org.FAST, Replay.ALL, Org.provision());
    await().until(() -> state(third) == State.STANDBY);

    first.close();
    org.publish(C);

    await().until(() -> org.requested().equals(List.of(A, A, C)));
    assertThat(lastSubscribe().getReplayPreset()).isEqualTo(EARLIEST);
  }

  private static boolean closes(SalesforceStreams streams) {
    streams.close();
    return true;
  }

  private InMemoryStreamLeases leases(String node) {
    return new InMemoryStreamLeases(org.store, node, LIFE);
  }

  private FetchRequest lastSubscribe() {
    var all = org.service.traffic().subscribes(Org.PROVISION);
    return all.get(all.size() - 1).request();
  }

  /** As quick as the others, but a refusal is looked at again only after a minute. */
  private static StreamTimes patient() {
    var t = Org.FAST;
    return new StreamTimes(
        t.silenceLimit(),
        t.openGrace(),
        t.openLimit(),
        t.retry(),
        t.protection(),
        t.allocation(),
        Duration.ofMinutes(1),
        t.stableAfter(),
        t.patience());
  }

  private static StreamStatus status(SalesforceStreams streams) {
    return streams.statuses().get(0);
  }

  private static State state(SalesforceStreams streams) {
    return status(streams).state();
  }
}
