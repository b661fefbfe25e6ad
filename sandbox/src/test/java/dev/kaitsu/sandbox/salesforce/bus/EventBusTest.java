package dev.kaitsu.sandbox.salesforce.bus;

import static dev.kaitsu.sandbox.salesforce.bus.SampleEvents.REQUESTED;
import static dev.kaitsu.sandbox.salesforce.bus.SampleEvents.TOPIC;
import static dev.kaitsu.sandbox.salesforce.bus.SampleEvents.requested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The event bus")
class EventBusTest {
  private final SettableClock clock = new SettableClock();
  private final EventBus bus = new EventBus(clock, 7);

  @BeforeEach
  void defineTopic() {
    bus.define(TOPIC, REQUESTED);
  }

  @Nested
  @DisplayName("numbers events by replay ids")
  class Numbering {
    @Test
    @DisplayName("of 10 bytes: a growing counter with gaps, then two zeros")
    void layout() {
      var ids = IntStream.range(0, 50).mapToObj(i -> bus.publish(TOPIC, requested("o"))).toList();

      assertThat(ids).allSatisfy(id -> assertThat(id).hasSize(10).endsWith(0, 0));
      var counters = ids.stream().map(id -> ByteBuffer.wrap(id).getLong()).toList();
      assertThat(counters).isSorted().doesNotHaveDuplicates();
      var gaps = new HashSet<Long>();
      for (int i = 1; i < counters.size(); i++) {
        gaps.add(counters.get(i) - counters.get(i - 1));
      }
      assertThat(gaps).hasSizeGreaterThan(5);
    }

    @Test
    @DisplayName("alike on buses of one seed, differently on others")
    void seeded() {
      assertThat(firstIdOfBusWithSeed(7)).isEqualTo(bus.publish(TOPIC, requested("o")));
      assertThat(firstIdOfBusWithSeed(8)).isNotEqualTo(firstIdOfBusWithSeed(7));
    }

    @Test
    @DisplayName("that several events share when they are published as one group")
    void sharedId() {
      var id = bus.publishMany(TOPIC, List.of(requested("a"), requested("b")));

      assertThat(bus.events(TOPIC))
          .hasSize(2)
          .allSatisfy(event -> assertThat(event.replayId().bytes()).isEqualTo(id));
      assertThat(Set.of(bus.events(TOPIC).get(0).id(), bus.events(TOPIC).get(1).id())).hasSize(2);
      assertThat(reader(id).read(10)).isEmpty();
    }

    @Test
    @DisplayName("anew after a sandbox refresh, which takes the events and refuses the old ids")
    void refresh() {
      var old = bus.publish(TOPIC, requested("a"));

      bus.resetReplay(TOPIC);

      assertThat(bus.events(TOPIC)).isEmpty();
      assertThat(topic().after(ByteString.copyFrom(old))).isEmpty();
      assertThat(bus.publish(TOPIC, requested("b"))).isNotEqualTo(old);
    }

    @Test
    @DisplayName("over again after the worse reset, where an old id silently points elsewhere")
    void reuse() {
      var first = bus.publish(TOPIC, requested("a"));
      bus.publish(TOPIC, requested("b"));

      bus.reuseReplayIds(TOPIC);
      var firstAfter = bus.publish(TOPIC, requested("c"));
      bus.publish(TOPIC, requested("d"));

      assertThat(firstAfter).isEqualTo(first);
      assertThat(reader(first).read(10)).hasSize(1);
    }
  }

  @Nested
  @DisplayName("keeps events for 72 hours")
  class Retention {
    @Test
    @DisplayName("and then neither the event nor its id is known")
    void expiry() {
      var old = bus.publish(TOPIC, requested("a"));
      clock.advance(Duration.ofHours(71));
      var young = bus.publish(TOPIC, requested("b"));
      assertThat(bus.events(TOPIC)).hasSize(2);

      clock.advance(Duration.ofHours(2));

      assertThat(bus.events(TOPIC)).hasSize(1);
      assertThat(topic().after(ByteString.copyFrom(old))).isEmpty();
      assertThat(topic().after(ByteString.copyFrom(young))).isPresent();
    }

    @Test
    @DisplayName("and a reader left behind goes on with the oldest one still there")
    void readerLeftBehind() {
      var reader = topic().fromEarliest();
      bus.publish(TOPIC, requested("a"));
      clock.advance(Duration.ofHours(73));
      bus.publish(TOPIC, requested("b"));

      assertThat(reader.read(10)).isEqualTo(bus.events(TOPIC));
      assertThat(reader.mark()).isPresent();
    }
  }

  @Nested
  @DisplayName("takes what a publisher gives it")
  class Publishing {
    @Test
    @DisplayName("under ids of its own making, unless the publisher has chosen one")
    void eventIds() {
      bus.publish(TOPIC, requested("a"));
      bus.publishRaw(TOPIC, "s", new byte[] {1}, "mine");
      bus.publishRaw(TOPIC, "s", new byte[] {1}, "mine");
      bus.publishRaw(TOPIC, "s", new byte[] {1}, "");

      var ids = bus.events(TOPIC).stream().map(BusEvent::id).toList();
      assertThat(ids.get(0)).hasSize(36);
      assertThat(ids.subList(1, 4)).containsExactly("mine", "mine", "");
    }

    @Test
    @DisplayName("with each event's own schema, so that schemas coexist and old ones stay known")
    void schemasCoexist() {
      var extended = SampleEvents.requestedWith("Note__c");
      bus.publish(TOPIC, requested("a"));
      bus.define(TOPIC, extended);
      bus.publish(TOPIC, requested("b"));

      assertThat(topic().schemaId()).contains(SchemaId.of(extended));
      assertThat(bus.schema(SchemaId.of(REQUESTED))).contains(REQUESTED);
      assertThat(bus.events(TOPIC))
          .allSatisfy(event -> assertThat(event.schemaId()).isEqualTo(SchemaId.of(REQUESTED)));
    }

    @Test
    @DisplayName("and passes it on to the channels the topic is a member of")
    void channels() {
      bus.define("/data/OrderChangeEvent", SampleEvents.ORDER_CHANGED);
      bus.defineChannel("/data/ChangeEvents", Set.of("/data/OrderChangeEvent"));

      bus.publish("/data/OrderChangeEvent", SampleEvents.orderChanged("Activating"));
      bus.publish(TOPIC, requested("a"));

      assertThat(bus.events("/data/ChangeEvents")).hasSize(1);
    }

    @Test
    @DisplayName("but not for a topic nobody defined, and says so")
    void unknownTopic() {
      assertThatThrownBy(() -> bus.publish("/event/Nope__e", requested("a")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("no topic '/event/Nope__e': define it first");
    }
  }

  private static byte[] firstIdOfBusWithSeed(long seed) {
    var other = new EventBus(new SettableClock(), seed);
    other.define(TOPIC, REQUESTED);
    return other.publish(TOPIC, requested("o"));
  }

  private Topic topic() {
    return bus.topic(TOPIC).orElseThrow();
  }

  private TopicReader reader(byte[] replayId) {
    return topic().after(ByteString.copyFrom(replayId)).orElseThrow();
  }
}
