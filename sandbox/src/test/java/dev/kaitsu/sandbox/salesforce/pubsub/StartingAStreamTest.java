package dev.kaitsu.sandbox.salesforce.pubsub;

import static com.salesforce.eventbus.protobuf.ReplayPreset.CUSTOM;
import static com.salesforce.eventbus.protobuf.ReplayPreset.EARLIEST;
import static dev.kaitsu.sandbox.salesforce.bus.SampleEvents.TOPIC;
import static dev.kaitsu.sandbox.salesforce.pubsub.PubSubClient.custom;
import static dev.kaitsu.sandbox.salesforce.pubsub.PubSubClient.earliest;
import static dev.kaitsu.sandbox.salesforce.pubsub.PubSubClient.latest;
import static dev.kaitsu.sandbox.salesforce.pubsub.PubSubClient.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.salesforce.eventbus.protobuf.ConsumerEvent;
import com.salesforce.eventbus.protobuf.FetchRequest;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A stream starts")
class StartingAStreamTest {
  private static final String CORRUPTED =
      "sfdc.platform.eventbus.grpc.subscription.fetch.replayid.corrupted";

  @AutoClose private final EmulatedOrg org = new EmulatedOrg();

  @Test
  @DisplayName("with LATEST at what is published after it is established")
  void latestSkipsThePast() {
    org.publish(3);
    var stream = org.subscribeLatest(10);

    var published = org.publish(2);

    assertThat(replayIds(stream.awaitEvents(2))).containsExactlyElementsOf(published);
  }

  @Test
  @DisplayName("with LATEST when the first request names no preset at all")
  void presetDefaultsToLatest() {
    org.publish(3);
    var unset = FetchRequest.newBuilder().setTopicName(TOPIC).setNumRequested(5).build();

    assertThat(unset).isEqualTo(latest(TOPIC, 5));
  }

  @Test
  @DisplayName("with EARLIEST at the oldest event still retained")
  void earliestStartsAtTheOldest() {
    org.publish(1);
    org.clock.advance(Duration.ofHours(73));
    var retained = org.publish(3);

    var stream = org.client.subscribe(earliest(TOPIC, 10));

    assertThat(replayIds(stream.awaitEvents(3))).containsExactlyElementsOf(retained);
  }

  @Test
  @DisplayName("with CUSTOM after the given id, which is not delivered again")
  void customIsExclusive() {
    var published = org.publish(5);

    var stream = org.client.subscribe(custom(TOPIC, published.get(1), 10));

    assertThat(replayIds(stream.awaitEvents(3))).containsExactlyElementsOf(published.subList(2, 5));
  }

  @Test
  @DisplayName("not with CUSTOM and no replay id")
  void customNeedsAnId() {
    var end = org.refusalOf(request(TOPIC, CUSTOM, 10).build());

    assertThat(end.status().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(end.errorCode())
        .contains("sfdc.platform.eventbus.grpc.subscription.fetch.replayid.validation.failed");
  }

  @ParameterizedTest(name = "of {0} bytes")
  @ValueSource(ints = {1, 8, 9, 11, 64})
  @DisplayName("not with a replay id")
  void wrongLength(int length) {
    org.publish(1);

    assertCorrupted(org.refusalOf(custom(TOPIC, new byte[length], 10)));
  }

  @Test
  @DisplayName("not with a replay id that was never issued")
  void unknownId() {
    var issued = org.publish(1).get(0).clone();
    issued[7]--;

    assertCorrupted(org.refusalOf(custom(TOPIC, issued, 10)));
  }

  @Test
  @DisplayName("not with a replay id older than 72 hours")
  void expiredId() {
    var old = org.publish(1).get(0);
    org.clock.advance(Duration.ofHours(73));
    org.publish(1);

    assertCorrupted(org.refusalOf(custom(TOPIC, old, 10)));
  }

  @Test
  @DisplayName("not with a replay id from before a sandbox refresh")
  void idFromBeforeARefresh() {
    var old = org.publish(1).get(0);
    org.bus.resetReplay(TOPIC);

    assertCorrupted(org.refusalOf(custom(TOPIC, old, 10)));
  }

  @Test
  @DisplayName("not on an unknown topic, nor on one of another case")
  void unknownTopic() {
    var end = org.refusalOf(latest("/event/orderprovisionrequested__e", 10));

    assertThat(end.status().getCode()).isEqualTo(Status.Code.NOT_FOUND);
    assertThat(end.errorCode()).contains("sfdc.platform.eventbus.grpc.topic.not.found");
    assertThat(end.status().getDescription())
        .contains(
            "The topic information for org CORE/prod/00D5g000001AbCdEAK and topic"
                + " /event/orderprovisionrequested__e not found. Ensure the topic name is correct");
  }

  @Test
  @DisplayName("not without a topic, and not with the reserved auth_refresh")
  void malformedRequests() {
    assertThat(org.refusalOf(latest("", 10)).errorCode())
        .contains("sfdc.platform.eventbus.grpc.topic.validation.empty");
    assertThat(org.refusalOf(latest(TOPIC, 10).toBuilder().setAuthRefresh("x").build()).errorCode())
        .contains("sfdc.platform.eventbus.grpc.service.auth.refresh.invalid");
  }

  @Test
  @DisplayName("once: replay options in later requests are ignored")
  void laterOptionsAreIgnored() {
    org.publish(2);
    var stream = org.client.subscribe(earliest(TOPIC, 1));
    stream.awaitEvents(1);

    stream.send(request(TOPIC, EARLIEST, 10).build());
    org.publish(1);

    stream.awaitEvents(3);
    assertThat(replayIds(stream.events())).doesNotHaveDuplicates().hasSize(3);
  }

  private static void assertCorrupted(ClientStream.End end) {
    assertThat(end.status().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(end.errorCode()).contains(CORRUPTED);
    assertThat(end.status().getDescription())
        .startsWith("The Replay ID validation failed. Ensure that the Replay ID is valid. rpcId: ");
  }

  private static List<byte[]> replayIds(List<ConsumerEvent> events) {
    return events.stream().map(event -> event.getReplayId().toByteArray()).toList();
  }
}
