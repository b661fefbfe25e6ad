package dev.kaitsu.sandbox.salesforce.pubsub;

import static dev.kaitsu.sandbox.salesforce.bus.SampleEvents.TOPIC;
import static dev.kaitsu.sandbox.salesforce.pubsub.EmulatedOrg.soon;
import static dev.kaitsu.sandbox.salesforce.pubsub.PubSubClient.custom;
import static dev.kaitsu.sandbox.salesforce.pubsub.PubSubClient.earliest;
import static dev.kaitsu.sandbox.salesforce.pubsub.PubSubClient.latest;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("On request, the service")
class StreamFaultsTest {
  @AutoClose
  private final EmulatedOrg org =
      new EmulatedOrg(PubSubSettings.standard().withKeepalive(Duration.ofMillis(50)));

  @Test
  @DisplayName("ends all streams cleanly")
  void completes() {
    var stream = org.subscribeLatest(5);

    org.service.completeStreams();

    assertThat(stream.awaitEnd().status()).isEqualTo(Status.OK);
    assertThat(org.service.traffic().openStreams(TOPIC)).isZero();
  }

  @Test
  @DisplayName("cuts all streams as a network does, without an error code")
  void cuts() {
    var stream = org.subscribeLatest(5);

    org.service.failStreams(PubSubError.RST_STREAM);

    var end = stream.awaitEnd();
    assertThat(end.status().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(end.status().getDescription()).startsWith("RST_STREAM closed stream");
    assertThat(end.errorCode()).isEmpty();
  }

  @Test
  @DisplayName("ends all streams by an internal error, as it does when it restarts")
  void becomesUnavailable() {
    var stream = org.subscribeLatest(5);

    org.service.failStreams(PubSubError.SERVICE_UNAVAILABLE);

    var end = stream.awaitEnd();
    assertThat(end.status().getCode()).isEqualTo(Status.Code.INTERNAL);
    assertThat(end.errorCode()).contains("sfdc.platform.eventbus.grpc.service.unavailable");
  }

  @Test
  @DisplayName("falls silent on open streams: no event, no keepalive, no end; new ones work")
  void silence() {
    var silent = org.subscribeLatest(5);
    org.service.silenceStreams();
    int before = silent.responses().size();

    org.publish(1);
    var healthy = org.client.subscribe(earliest(TOPIC, 5));
    healthy.awaitResponses(4);

    assertThat(silent.responses()).hasSizeLessThanOrEqualTo(before + 1);
    assertThat(silent.events()).isEmpty();
    assertThat(silent.isOpen()).isTrue();
    assertThat(org.service.traffic().openStreams(TOPIC)).isEqualTo(2);
  }

  @Test
  @DisplayName("is silent on as many of the next streams as scripted")
  void silentFromTheStart() {
    org.publish(1);
    org.service.silenceNextSubscribes(1);

    var silent = org.client.subscribe(earliest(TOPIC, 5));
    soon().until(() -> org.service.traffic().openStreams(TOPIC) == 1);
    org.client.subscribe(earliest(TOPIC, 5)).awaitEvents(1);

    assertThat(silent.responses()).isEmpty();
    assertThat(silent.isOpen()).isTrue();
  }

  @Test
  @DisplayName(
      "rejects as many of the next streams as scripted, such as for the used-up allocation")
  void rejects() {
    org.service.rejectNextSubscribes(PubSubError.DELIVERY_LIMIT_EXCEEDED, 2);

    for (int i = 0; i < 2; i++) {
      var end = org.refusalOf(latest(TOPIC, 5));
      assertThat(end.errorCode())
          .contains("sfdc.platform.eventbus.grpc.subscription.limit.exceeded");
      assertThat(end.status().getDescription())
          .contains("You have exceeded the event delivery limit for your org.");
    }
    assertThat(org.subscribeLatest(5).isOpen()).isTrue();
  }

  @Test
  @DisplayName("forgets the script when told so")
  void forgets() {
    org.service.rejectNextSubscribes(PubSubError.CLIENT_LIMIT_EXCEEDED, 5);
    org.service.forgetScript();

    assertThat(org.subscribeLatest(5).isOpen()).isTrue();
  }

  @Test
  @DisplayName("goes down, and comes back on its port with the events it had")
  void outage() {
    var published = org.publish(2);
    var stream = org.client.subscribe(earliest(TOPIC, 5));
    stream.awaitEvents(2);
    int port = org.service.port();

    org.service.goDown();
    assertThat(stream.awaitEnd().status().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    org.service.comeBack();

    assertThat(org.service.port()).isEqualTo(port);
    try (var client = new PubSubClient(port)) {
      assertThat(client.subscribe(custom(TOPIC, published.get(0), 5)).awaitEvents(1)).hasSize(1);
    }
  }

  @Test
  @DisplayName("is slow to open a stream, and loses none of the credits sent meanwhile")
  void slowSubscribe() {
    org.publish(5);
    org.faults.latency("Subscribe", Duration.ofMillis(200));

    var stream = org.client.subscribe(earliest(TOPIC, 2));
    stream.send(PubSubClient.more(3));

    assertThat(stream.awaitEvents(5)).hasSize(5);
  }
}
