package dev.kaitsu.sandbox.salesforce.pubsub;

import static dev.kaitsu.sandbox.salesforce.bus.SampleEvents.TOPIC;
import static dev.kaitsu.sandbox.salesforce.pubsub.PubSubClient.custom;
import static dev.kaitsu.sandbox.salesforce.pubsub.PubSubClient.earliest;
import static org.assertj.core.api.Assertions.assertThat;

import com.salesforce.eventbus.protobuf.FetchResponse;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A quiet stream is kept alive")
class KeepaliveTest {
  @AutoClose
  private final EmulatedOrg org =
      new EmulatedOrg(PubSubSettings.standard().withKeepalive(Duration.ofMillis(50)));

  @Test
  @DisplayName("by responses without events, while credits are open")
  void emptyResponses() {
    var stream = org.subscribeLatest(5);

    assertThat(stream.awaitResponses(3))
        .allSatisfy(
            response -> {
              assertThat(response.getEventsList()).isEmpty();
              assertThat(response.getPendingNumRequested()).isEqualTo(5);
              assertThat(response.getRpcId()).isNotEmpty();
            });
  }

  @Test
  @DisplayName("whose latest replay id advances and is a good place to start from")
  void idsAdvance() {
    var first = org.publish(1).get(0);
    var stream = org.client.subscribe(custom(TOPIC, first, 5));
    var ids = stream.awaitResponses(2).stream().map(FetchResponse::getLatestReplayId).toList();
    assertThat(ids).doesNotHaveDuplicates();

    org.clock.advance(Duration.ofHours(71));
    int seen = stream.responses().size();
    var fresh = stream.awaitResponses(seen + 2).get(seen + 1).getLatestReplayId().toByteArray();
    org.clock.advance(Duration.ofHours(71));
    var published = org.publish(1).get(0);

    var resumed = org.client.subscribe(custom(TOPIC, fresh, 5)).awaitEvents(1);
    assertThat(resumed.get(0).getReplayId().toByteArray()).isEqualTo(published);
    assertThat(org.refusalOf(custom(TOPIC, first, 5)).errorCode())
        .isEqualTo(PubSubError.REPLAY_ID_CORRUPTED.errorCode());
  }

  @Test
  @DisplayName("but gets none while it has no credits")
  void noneWithoutCredits() {
    org.publish(1);
    var dry = org.client.subscribe(earliest(TOPIC, 1));
    dry.awaitEvents(1);

    org.subscribeLatest(5).awaitResponses(4);

    assertThat(dry.responses()).hasSize(1);
  }
}
