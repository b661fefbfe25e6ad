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
import dev.kaitsu.model.StreamPosition;
import dev.kaitsu.model.StreamStatus.State;
import dev.kaitsu.sandbox.salesforce.pubsub.PubSubError;
import dev.kaitsu.sandbox.salesforce.pubsub.PubSubSettings;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A subscription begins")
class StartingTest {
  private static final String A = "8015g0000000001AAA";
  private static final String B = "8015g0000000002AAA";

  /** Keepalives come late here, so that no cursor appears by itself. */
  @AutoClose private final Org org = new Org(PubSubSettings.standard());

  @Test
  @DisplayName("the first time ever with what comes from now on, and asks for one sweep once open")
  void firstStart() {
    org.publish(A);
    var streams = org.start(Org.provision(), Org.orders());
    Org.awaitLive(streams);
    org.publish(B);

    org.awaitEvents(Org.PROVISION, 1);
    assertThat(org.requested()).containsExactly(B);
    await().until(() -> org.signals.openings.get() == 1);
    assertThat(org.signals.sweeps).isEmpty();
    assertThat(presets()).containsExactly(LATEST);
  }

  @Test
  @DisplayName("after the last event that became durable")
  void fromCursor() {
    var first = org.listening();
    org.publish(A);
    org.awaitEvents(Org.PROVISION, 1);
    first.close();
    org.publish(B);

    org.listening();

    org.awaitEvents(Org.PROVISION, 2);
    assertThat(org.requested()).containsExactly(A, B);
    assertThat(presets()).containsExactly(LATEST, CUSTOM);
  }

  @Test
  @DisplayName("after the cursor that Redis holds, where the inbox has none")
  void fromMirror() {
    var published = org.bus.publish(Org.PROVISION, SampleEvents.requested(A));
    org.publish(B);
    org.mirror.save(Org.PROVISION, new ReplayId(published));

    org.listening();

    org.awaitEvents(Org.PROVISION, 1);
    assertThat(org.requested()).containsExactly(B);
  }

  @Test
  @DisplayName("with everything retained at each start when told to replay, and resumes within it")
  void replayAll() {
    org.publish(A, B);
    for (int start = 0; start < 2; start++) {
      var streams = org.start(Org.FAST, Replay.ALL, Org.provision());
      org.awaitEvents(Org.PROVISION, 2 * (start + 1));
      org.service.completeStreams();
      int subscriptions = 2 * (start + 1);
      await().until(() -> presets().size() == subscriptions);
      streams.close();
    }

    assertThat(presets()).containsExactly(EARLIEST, CUSTOM, EARLIEST, CUSTOM);
    assertThat(org.requested()).containsExactly(A, B, A, B);
  }

  @Test
  @DisplayName("where somebody asked for, whatever cursor and mirror say, until a cursor is saved")
  void asked() {
    var published = org.bus.publish(Org.PROVISION, SampleEvents.requested(A));
    org.publish(B);
    org.mirror.save(Org.PROVISION, new ReplayId(published));
    org.topics.begin(Org.PROVISION, new StreamPosition.FromNowOn(), "me");
    Org.awaitLive(org.start(Org.provision()));
    org.publish(A);
    org.awaitEvents(Org.PROVISION, 1);

    org.topics.begin(Org.PROVISION, new StreamPosition.Earliest(), "me");
    org.service.completeStreams();
    org.awaitEvents(Org.PROVISION, 4);
    org.service.completeStreams();
    await().until(() -> presets().contains(CUSTOM));

    assertThat(presets()).containsSubsequence(LATEST, EARLIEST, CUSTOM);
    assertThat(org.requested()).containsExactly(A, A, B, A);
  }

  @Test
  @DisplayName("anew with what comes from now on if nothing came before the cut, and then sweeps")
  void cutBeforeAnything() {
    org.listening();
    await().until(() -> org.signals.openings.get() == 1);

    org.service.completeStreams();

    await().until(() -> org.signals.sweeps.size() == 1);
    assertThat(presets()).containsExactly(LATEST, LATEST);
    assertThat(org.signals.openings).hasValue(1);
  }

  @Test
  @DisplayName("never if the channel is refused; that holds up neither others nor the first sweep")
  void refused() {
    var missing = new StreamTopic("/event/Missing__e", StreamTopic.Kind.PROVISION_EVENTS);

    var streams = org.start(missing, Org.orders());

    await().until(() -> Org.states(streams).equals(List.of(State.REFUSED, State.LIVE)));
    await().until(() -> org.signals.openings.get() == 1);
    assertThat(streams.statuses().get(0).detail())
        .contains("topic.not.found", "check the channel's name");
  }

  @Test
  @DisplayName("as soon as a refusal is withdrawn")
  void recheck() {
    org.service.rejectNextSubscribes(PubSubError.TOPIC_PERMISSION, 2);

    var streams = org.start(Org.provision());

    Org.awaitLive(streams);
    assertThat(presets()).containsExactly(LATEST, LATEST, LATEST);
    assertThat(streams.statuses().get(0).detail()).isEmpty();
  }

  @Test
  @DisplayName("after the time for opening is over without a stream: the sweep does not wait")
  void openLimit() {
    org.service.goDown();

    org.start(Org.provision());

    await().until(() -> org.signals.openings.get() == 1);
    org.service.comeBack();
    await().until(() -> org.signals.sweeps.size() == 1);
  }

  private List<ReplayPreset> presets() {
    return org.service.traffic().subscribes(Org.PROVISION).stream()
        .map(seen -> seen.request())
        .map(FetchRequest::getReplayPreset)
        .toList();
  }
}
