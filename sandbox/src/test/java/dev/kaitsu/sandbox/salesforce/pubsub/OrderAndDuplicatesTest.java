package dev.kaitsu.sandbox.salesforce.pubsub;

import static dev.kaitsu.sandbox.salesforce.bus.SampleEvents.REQUESTED;
import static dev.kaitsu.sandbox.salesforce.bus.SampleEvents.TOPIC;
import static dev.kaitsu.sandbox.salesforce.bus.SampleEvents.requested;
import static dev.kaitsu.sandbox.salesforce.pubsub.PubSubClient.custom;
import static dev.kaitsu.sandbox.salesforce.pubsub.PubSubClient.earliest;
import static dev.kaitsu.sandbox.salesforce.pubsub.PubSubClient.more;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.sandbox.salesforce.bus.ReplayId;
import dev.kaitsu.sandbox.salesforce.bus.SampleEvents;
import dev.kaitsu.sandbox.salesforce.bus.SchemaId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Delivery")
class OrderAndDuplicatesTest {
  @AutoClose private final EmulatedOrg org = new EmulatedOrg();

  @Test
  @DisplayName("is in the order of publication, retained and live events alike")
  void order() {
    var before = org.publish(5);
    var stream = org.client.subscribe(earliest(TOPIC, 20));
    stream.awaitEvents(5);
    var after = org.publish(5);

    var ids = stream.awaitEvents(10).stream().map(e -> e.getReplayId().toByteArray()).toList();

    assertThat(ids.subList(0, 5)).containsExactlyElementsOf(before);
    assertThat(ids.subList(5, 10)).containsExactlyElementsOf(after);
  }

  @Test
  @DisplayName("loses nothing and keeps the order when many publish at once")
  void manyPublishers() {
    var stream = org.subscribeLatest(100);

    IntStream.range(0, 4)
        .mapToObj(i -> CompletableFuture.runAsync(() -> org.publish(25)))
        .toList()
        .forEach(CompletableFuture::join);

    var counters =
        stream.awaitEvents(100).stream()
            .map(e -> ReplayId.parse(e.getReplayId()).orElseThrow().counter())
            .toList();
    assertThat(counters).hasSize(100).isSorted().doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("reaches every stream of a topic with its own copy")
  void everyStreamGetsACopy() {
    var one = org.subscribeLatest(5);
    var other = org.subscribeLatest(5);

    org.publish(1);

    assertThat(one.awaitEvents(1)).isEqualTo(other.awaitEvents(1));
  }

  @Test
  @DisplayName("repeats after a reconnect what lies behind the given id")
  void repeats() {
    var published = org.publish(3);
    org.client.subscribe(earliest(TOPIC, 3)).awaitEvents(3);

    assertThat(org.client.subscribe(custom(TOPIC, published.get(0), 10)).awaitEvents(2)).hasSize(2);
  }

  @Test
  @DisplayName("may show one event twice: one event id, two replay ids")
  void duplicateOnTheBus() {
    var id = SchemaId.of(REQUESTED);
    org.bus.publishRaw(TOPIC, id, new byte[] {1}, "same");
    org.bus.publishRaw(TOPIC, id, new byte[] {1}, "same");

    var events = org.client.subscribe(earliest(TOPIC, 5)).awaitEvents(2);

    assertThat(events.get(0).getEvent()).isEqualTo(events.get(1).getEvent());
    assertThat(events.get(0).getReplayId()).isNotEqualTo(events.get(1).getReplayId());
  }

  @Test
  @DisplayName("may cut between events that share a replay id, and resuming there skips the rest")
  void groupsCanBeCut() {
    var shared = org.bus.publishMany(TOPIC, List.of(requested("a"), requested("b")));
    var stream = org.client.subscribe(earliest(TOPIC, 1));
    assertThat(stream.awaitEvents(1)).hasSize(1);

    stream.send(more(1));
    assertThat(stream.awaitEvents(2))
        .allSatisfy(e -> assertThat(e.getReplayId().toByteArray()).isEqualTo(shared));

    var next = org.publish(1).get(0);
    assertThat(org.client.subscribe(custom(TOPIC, shared, 5)).awaitEvents(1))
        .singleElement()
        .satisfies(e -> assertThat(e.getReplayId().toByteArray()).isEqualTo(next));
  }

  @Test
  @DisplayName("mixes schemas in one stream: each event names its own")
  void schemasMix() {
    var extended = SampleEvents.requestedWith("Note__c");
    org.publish(1);
    org.bus.define(TOPIC, extended);
    org.bus.publishRaw(TOPIC, SchemaId.of(extended), new byte[] {1});

    var events = org.client.subscribe(earliest(TOPIC, 5)).awaitEvents(2);

    assertThat(events)
        .extracting(e -> e.getEvent().getSchemaId())
        .containsExactly(SchemaId.of(REQUESTED), SchemaId.of(extended));
  }
}
