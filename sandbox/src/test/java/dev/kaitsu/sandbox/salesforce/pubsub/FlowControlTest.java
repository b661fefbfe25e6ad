package dev.kaitsu.sandbox.salesforce.pubsub;

import static dev.kaitsu.sandbox.salesforce.bus.SampleEvents.TOPIC;
import static dev.kaitsu.sandbox.salesforce.pubsub.EmulatedOrg.soon;
import static dev.kaitsu.sandbox.salesforce.pubsub.PubSubClient.earliest;
import static dev.kaitsu.sandbox.salesforce.pubsub.PubSubClient.latest;
import static dev.kaitsu.sandbox.salesforce.pubsub.PubSubClient.more;
import static org.assertj.core.api.Assertions.assertThat;

import com.salesforce.eventbus.protobuf.FetchResponse;
import dev.kaitsu.sandbox.salesforce.bus.SampleEvents;
import dev.kaitsu.sandbox.salesforce.bus.SchemaId;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Events are pulled with credits")
class FlowControlTest {
  @AutoClose private final EmulatedOrg org = new EmulatedOrg();

  @Test
  @DisplayName("no more events come than were asked for")
  void creditsLimitDelivery() {
    org.publish(10);
    var stream = org.client.subscribe(earliest(TOPIC, 4));
    stream.awaitEvents(4);
    assertThat(lastOf(stream).getPendingNumRequested()).isZero();

    stream.send(more(3));

    stream.awaitEvents(7);
    assertThat(lastOf(stream).getPendingNumRequested()).isZero();
    assertThat(stream.events()).hasSize(7);
  }

  @Test
  @DisplayName("credits of several requests add up, and each response tells what is left")
  void creditsAccumulate() {
    var stream = org.subscribeLatest(3);
    stream.send(more(4));
    soon().until(() -> org.service.traffic().requestedEvents(TOPIC).size() == 2);

    org.publish(5);

    stream.awaitEvents(5);
    int open = 7;
    for (var response : stream.responses()) {
      open -= response.getEventsCount();
      assertThat(response.getPendingNumRequested()).isEqualTo(open);
    }
    assertThat(open).isEqualTo(2);
  }

  @Test
  @DisplayName("never more than 100 credits are open")
  void creditsAreClamped() {
    org.publish(150);

    var stream = org.client.subscribe(earliest(TOPIC, 5_000));

    stream.awaitEvents(100);
    assertThat(lastOf(stream).getPendingNumRequested()).isZero();
    assertThat(stream.events()).hasSize(100);
  }

  @Test
  @DisplayName("never more than 100 credits are open, however many requests ask")
  void sumsAreClamped() {
    var stream = org.subscribeLatest(60);
    stream.send(more(60));
    stream.send(more(Integer.MAX_VALUE));
    soon().until(() -> org.service.traffic().requestedEvents(TOPIC).size() == 3);

    org.publish(130);

    stream.awaitEvents(100);
    assertThat(lastOf(stream).getPendingNumRequested()).isZero();
    assertThat(stream.events()).hasSize(100);
  }

  @Test
  @DisplayName("the vendor's periods: 60 s without credits, a keepalive within 270 s")
  void periods() {
    assertThat(PubSubSettings.standard().creditlessLife()).isEqualTo(Duration.ofSeconds(60));
    assertThat(PubSubSettings.standard().keepalive()).isEqualTo(Duration.ofSeconds(270));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  @DisplayName("a request for none or fewer events is refused, first or later")
  void requestedEventsMustBePositive(int requested) {
    var later = org.subscribeLatest(5);
    later.send(more(requested));

    for (var end :
        new ClientStream.End[] {later.awaitEnd(), org.refusalOf(latest(TOPIC, requested))}) {
      assertThat(end.status().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
      assertThat(end.errorCode())
          .contains("sfdc.platform.eventbus.grpc.subscription.fetch.requested.events.invalid");
    }
  }

  @Test
  @DisplayName("a request may repeat the topic of its stream, but not change it")
  void topicCannotChange() {
    var stream = org.subscribeLatest(5);
    stream.send(latest(TOPIC, 5));
    soon().until(() -> org.service.traffic().requestedEvents(TOPIC).size() == 2);
    assertThat(stream.isOpen()).isTrue();

    stream.send(latest("/event/Other__e", 5));

    assertThat(stream.awaitEnd().errorCode())
        .contains("sfdc.platform.eventbus.grpc.subscription.fetch.topic.mismatch");
  }

  @Test
  @DisplayName("events come split over responses anywhere, the same way for one seed")
  void responsesAreSplit() {
    org.publish(100);

    var sizes = sizesOf(org.client.subscribe(earliest(TOPIC, 100)));

    assertThat(sizes).hasSizeGreaterThan(1);
    assertThat(sizesOf(org.client.subscribe(earliest(TOPIC, 100)))).isEqualTo(sizes);
  }

  @Test
  @DisplayName("small top-ups are answered whole, so that responses do not shrink to one event")
  void smallTopUpsAreNotSplit() {
    org.publish(60);
    var stream = org.client.subscribe(earliest(TOPIC, 10));
    stream.awaitEvents(10);
    int first = stream.responses().size();

    for (int asked = 1; asked <= 5; asked++) {
      stream.send(more(10));
      stream.awaitEvents(10 + 10 * asked);
    }

    assertThat(stream.responses()).hasSize(first + 5);
  }

  @Test
  @DisplayName("a response stays below 3 MB, however many events were asked for")
  void responsesAreBounded() {
    var schemaId = SchemaId.of(SampleEvents.REQUESTED);
    IntStream.range(0, 10).forEach(i -> org.bus.publishRaw(TOPIC, schemaId, new byte[900_000]));

    var stream = org.client.subscribe(earliest(TOPIC, 100));

    assertThat(stream.awaitEvents(10)).hasSize(10);
    assertThat(stream.responses())
        .allSatisfy(response -> assertThat(response.getSerializedSize()).isLessThan(3_000_000));
  }

  @Test
  @DisplayName("a stream whose credits are used up completes after its grace period")
  void creditlessStreamsEnd() {
    try (var impatient = impatient(PubSubSettings.standard())) {
      impatient.publish(1);
      var end = impatient.client.subscribe(earliest(TOPIC, 1)).awaitEnd();

      assertThat(end.status()).isEqualTo(Status.OK);
    }
  }

  @Test
  @DisplayName("or ends by an error, where the service is set up so")
  void creditlessStreamsEndByError() {
    var failing = PubSubSettings.standard().withCreditlessEnd(PubSubError.SERVICE_UNAVAILABLE);
    try (var impatient = impatient(failing)) {
      impatient.publish(1);
      var end = impatient.client.subscribe(earliest(TOPIC, 1)).awaitEnd();

      assertThat(end.errorCode()).isEqualTo(PubSubError.SERVICE_UNAVAILABLE.errorCode());
    }
  }

  @Test
  @DisplayName("a stream that asks again in time lives on")
  void askingAgainKeepsTheStream() {
    try (var impatient = impatient(PubSubSettings.standard())) {
      impatient.publish(1);
      var patient = impatient.client.subscribe(earliest(TOPIC, 2));
      var creditless = impatient.client.subscribe(earliest(TOPIC, 1));

      creditless.awaitEnd();

      assertThat(patient.isOpen()).isTrue();
    }
  }

  private static EmulatedOrg impatient(PubSubSettings settings) {
    return new EmulatedOrg(settings.withCreditlessLife(Duration.ofMillis(100)));
  }

  private static List<Integer> sizesOf(ClientStream stream) {
    stream.awaitEvents(100);
    return stream.responses().stream().map(FetchResponse::getEventsCount).toList();
  }

  private static FetchResponse lastOf(ClientStream stream) {
    return stream.responses().get(stream.responses().size() - 1);
  }
}
