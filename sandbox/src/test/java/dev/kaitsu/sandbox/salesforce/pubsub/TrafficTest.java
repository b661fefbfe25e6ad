package dev.kaitsu.sandbox.salesforce.pubsub;

import static dev.kaitsu.sandbox.salesforce.bus.SampleEvents.TOPIC;
import static dev.kaitsu.sandbox.salesforce.pubsub.EmulatedOrg.soon;
import static dev.kaitsu.sandbox.salesforce.pubsub.PubSubClient.custom;
import static dev.kaitsu.sandbox.salesforce.pubsub.PubSubClient.earliest;
import static dev.kaitsu.sandbox.salesforce.pubsub.PubSubClient.more;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.sandbox.salesforce.pubsub.Traffic.SubscribeSeen;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A test can see")
class TrafficTest {
  @AutoClose private final EmulatedOrg org = new EmulatedOrg();
  private final Traffic traffic = org.service.traffic();

  @Test
  @DisplayName("each subscription's preset, replay id and credits, refused ones included")
  void subscribes() {
    var good = custom(TOPIC, org.publish(2).get(0), 3);
    var bad = custom(TOPIC, new byte[10], 4);

    org.client.subscribe(good).awaitEvents(1);
    org.refusalOf(bad);

    assertThat(traffic.subscribes(TOPIC))
        .containsExactly(
            new SubscribeSeen(good, Optional.empty()),
            new SubscribeSeen(bad, Optional.of(PubSubError.REPLAY_ID_CORRUPTED)));
  }

  @Test
  @DisplayName("the credits each request asked for")
  void fetches() {
    org.publish(5);
    var stream = org.client.subscribe(earliest(TOPIC, 2));
    stream.send(more(3));
    stream.awaitEvents(5);

    assertThat(traffic.requestedEvents(TOPIC)).containsExactly(2, 3);
  }

  @Test
  @DisplayName("two streams at once where a client leaks one")
  void leakedStream() {
    org.subscribeLatest(5);
    org.subscribeLatest(5);

    assertThat(traffic.openStreams(TOPIC)).isEqualTo(2);
    assertThat(traffic.mostOpenStreams(TOPIC)).isEqualTo(2);
  }

  @Test
  @DisplayName("never two streams at once where a client cancels before it opens the next")
  void cancelBeforeReopen() {
    for (int i = 1; i <= 200; i++) {
      int opened = i;
      var stream = org.client.subscribe(earliest(TOPIC, 5));
      soon().until(() -> traffic.subscribes().size() == opened);
      stream.cancel();
    }

    assertThat(traffic.mostOpenStreams(TOPIC)).isEqualTo(1);
    soon().until(() -> traffic.openStreams(TOPIC) == 0);
  }
}
