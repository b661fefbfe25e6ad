package dev.kaitsu.sandbox.salesforce.pubsub;

import static com.salesforce.eventbus.protobuf.ReplayPreset.CUSTOM;
import static com.salesforce.eventbus.protobuf.ReplayPreset.EARLIEST;
import static dev.kaitsu.sandbox.salesforce.bus.SampleEvents.ORDER_CHANGED;
import static dev.kaitsu.sandbox.salesforce.bus.SampleEvents.TOPIC;
import static dev.kaitsu.sandbox.salesforce.pubsub.PubSubClient.earliest;
import static dev.kaitsu.sandbox.salesforce.pubsub.PubSubClient.key;
import static dev.kaitsu.sandbox.salesforce.pubsub.PubSubClient.latest;
import static dev.kaitsu.sandbox.salesforce.pubsub.PubSubClient.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import com.salesforce.eventbus.protobuf.ConsumerEvent;
import com.salesforce.eventbus.protobuf.TopicRequest;
import dev.kaitsu.sandbox.salesforce.bus.SampleEvents;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What nobody is sure of is a habit of the service, on or off:")
class HabitsTest {
  private static final String CHANGES = "/data/OrderChangeEvent";

  @AutoClose private final EmulatedOrg plain = new EmulatedOrg();

  @Test
  @DisplayName("replay options sent again are ignored, or end the stream")
  void repeatedReplayOptions() {
    try (var strict = with(Habit.REFUSES_REPEATED_REPLAY_OPTIONS)) {
      for (var again :
          new FetchRequests[] {
            org -> request(TOPIC, EARLIEST, 5).build(),
            org ->
                request(TOPIC, CUSTOM, 5)
                    .setReplayId(ByteString.copyFrom(org.publish(1).get(0)))
                    .build()
          }) {
        var lenient = plain.subscribeLatest(5);
        lenient.send(again.of(plain));
        plain.publish(1);
        lenient.awaitEvents(1);
        assertThat(lenient.isOpen()).isTrue();

        var refused = strict.subscribeLatest(5);
        refused.send(again.of(strict));
        assertThat(refused.awaitEnd().errorCode())
            .contains("sfdc.platform.eventbus.grpc.subscription.fetch.replay.repeated");
      }
    }
  }

  @Test
  @DisplayName("credits alone are no replay options, and the topic may be there again")
  void creditsAlone() {
    try (var strict = with(Habit.REFUSES_REPEATED_REPLAY_OPTIONS)) {
      var stream = strict.subscribeLatest(1);
      stream.send(PubSubClient.more(1));
      stream.send(latest(TOPIC, 1));
      strict.publish(3);

      assertThat(stream.awaitEvents(3)).hasSize(3);
    }
  }

  @Test
  @DisplayName("missing headers are UNAUTHENTICATED or INVALID_ARGUMENT, under one error code")
  void missingHeaders() {
    try (var strict = with(Habit.CALLS_MISSING_HEADERS_AN_ARGUMENT)) {
      assertThat(statusWithoutHeaders(plain)).isEqualTo(Status.Code.UNAUTHENTICATED);
      assertThat(statusWithoutHeaders(strict)).isEqualTo(Status.Code.INVALID_ARGUMENT);
    }
  }

  @Test
  @DisplayName(
      "the latest replay id beside events is the last one's, or already the topic's newest")
  void latestReplayId() {
    try (var ahead = with(Habit.TELLS_THE_NEWEST_REPLAY_ID)) {
      var published = plain.publish(3);
      assertThat(latestAfterFirstOf(plain)).isEqualTo(published.get(0));

      published = ahead.publish(3);
      assertThat(latestAfterFirstOf(ahead)).isEqualTo(published.get(2));
    }
  }

  @Test
  @DisplayName("change events carry an id of their own, or none; platform events always do")
  void eventIds() {
    try (var nameless = with(Habit.LEAVES_CHANGE_EVENTS_WITHOUT_ID)) {
      assertThat(changeFrom(plain).getEvent().getId()).isNotBlank();
      assertThat(changeFrom(nameless).getEvent().getId()).isEmpty();
      nameless.publish(1);
      var event = nameless.client.subscribe(earliest(TOPIC, 1)).awaitEvents(1).get(0);
      assertThat(event.getEvent().getId()).isNotBlank();
    }
  }

  @Test
  @DisplayName("and an event without a replay id comes only if scripted")
  void missingReplayId() {
    plain.publish(3);
    plain.service.omitNextReplayIds(1);

    var events = plain.client.subscribe(earliest(TOPIC, 5)).awaitEvents(3);

    assertThat(events.stream().map(ConsumerEvent::getReplayId).map(ByteString::size))
        .containsExactly(0, 10, 10);
  }

  /** What a client sends to this org. */
  private interface FetchRequests {
    com.salesforce.eventbus.protobuf.FetchRequest of(EmulatedOrg org);
  }

  private static EmulatedOrg with(Habit habit) {
    return new EmulatedOrg(PubSubSettings.standard().withHabit(habit));
  }

  private static Status.Code statusWithoutHeaders(EmulatedOrg org) {
    var request = TopicRequest.newBuilder().setTopicName(TOPIC).build();
    var failure =
        catchThrowableOfType(
            StatusRuntimeException.class,
            () -> org.client.blocking(new Metadata()).getTopic(request));
    assertThat(failure.getTrailers().get(key("error-code")))
        .isEqualTo("sfdc.platform.eventbus.grpc.service.auth.headers.invalid");
    return failure.getStatus().getCode();
  }

  private static byte[] latestAfterFirstOf(EmulatedOrg org) {
    var stream = org.client.subscribe(earliest(TOPIC, 1));
    stream.awaitEvents(1);
    return stream.responses().get(0).getLatestReplayId().toByteArray();
  }

  private static ConsumerEvent changeFrom(EmulatedOrg org) {
    org.bus.define(CHANGES, ORDER_CHANGED);
    org.bus.publish(CHANGES, SampleEvents.orderChanged("Failed"));
    return org.client.subscribe(earliest(CHANGES, 1)).awaitEvents(1).get(0);
  }
}
