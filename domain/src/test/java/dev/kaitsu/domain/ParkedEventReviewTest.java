package dev.kaitsu.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.model.EventBatch;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.ParkedEvent;
import dev.kaitsu.model.Payload;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.port.in.ParkedEventDesk;
import dev.kaitsu.port.in.ParkedEventDesk.Redecoded;
import dev.kaitsu.port.out.StoreException;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.InMemoryCursorMirror;
import dev.kaitsu.testkit.InMemoryParkedEvents;
import dev.kaitsu.testkit.ScriptedEvents;
import dev.kaitsu.testkit.SettableClock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A parked event")
class ParkedEventReviewTest {
  private static final String TOPIC = "/event/OrderProvisionRequested__e";
  private static final OrderId ORDER = AnOrder.idNumbered(1);
  private static final ReplayId CURSOR = new ReplayId(new byte[] {7});

  private final World world = new World();
  private final ScriptedEvents decoding = new ScriptedEvents();
  private final ParkedEventDesk desk =
      new ParkedEventReview(new InMemoryParkedEvents(world.store), decoding);

  @BeforeEach
  void park() {
    var intake = new OrderEventIntake(world.ports, new InMemoryCursorMirror(), order -> {});
    intake.take(new EventBatch(TOPIC, CURSOR, List.of(unreadable("a"), unreadable("b"))));
  }

  @Test
  @DisplayName("that can be read by now becomes hints and is settled; the cursor stays")
  void readable() {
    decoding.canRead(asks("a"));

    var results = desk.redecode(Optional.empty(), Optional.empty());

    assertThat(results).extracting(Redecoded::read).containsExactly(true, false);
    assertThat(results.get(0).outcome()).contains("asks for", ORDER.value());
    assertThat(world.store.dueAt(ORDER)).isPresent();
    assertThat(desk.open()).extracting(ParkedEvent::key).containsExactly("b");
    assertThat(world.inbox.cursor(TOPIC)).contains(CURSOR);
  }

  @Test
  @DisplayName("that cannot be read stays, with today's reason")
  void unreadable() {
    desk.redecode(Optional.of(TOPIC), Optional.of("a"));

    assertThat(desk.open())
        .extracting(ParkedEvent::reason)
        .containsExactly("still unreadable", "why");
  }

  @Test
  @DisplayName("of another topic or key is left alone")
  void selection() {
    decoding.canRead(asks("a"));

    assertThat(desk.redecode(Optional.of("/event/Other"), Optional.empty())).isEmpty();
    assertThat(desk.redecode(Optional.empty(), Optional.of("c"))).isEmpty();
    assertThat(desk.open()).hasSize(2);
  }

  @Test
  @DisplayName("that says nothing about orders is settled without a hint")
  void irrelevant() {
    decoding.canRead(new StreamEvent.Irrelevant("a", CURSOR));

    assertThat(desk.redecode(Optional.empty(), Optional.of("a")).get(0).outcome())
        .contains("no order");
    assertThat(desk.open()).extracting(ParkedEvent::key).containsExactly("b");
  }

  @Test
  @DisplayName("read again and again hints once")
  void repeated() {
    decoding.canRead(asks("a"));
    desk.redecode(Optional.empty(), Optional.of("a"));

    assertThat(desk.redecode(Optional.empty(), Optional.of("a"))).isEmpty();
  }

  @Test
  @DisplayName("stays open if its hints cannot be made durable")
  void storeAway() {
    decoding.canRead(asks("a"));
    var fails =
        new ParkedEventReview(
            new InMemoryParkedEvents(world.store),
            (event, payload) -> {
              world.store.failsNext();
              return asks("a");
            });

    assertThatThrownBy(() -> fails.redecode(Optional.empty(), Optional.of("a")))
        .isInstanceOf(StoreException.class);

    assertThat(desk.open()).hasSize(2);
    assertThat(world.store.dueAt(ORDER)).isEmpty();
  }

  @Test
  @DisplayName("is dropped by whoever has seen to it, once")
  void dropped() {
    assertThat(desk.drop(TOPIC, "a", "me")).isTrue();
    assertThat(desk.drop(TOPIC, "a", "me")).isFalse();

    assertThat(desk.open()).extracting(ParkedEvent::key).containsExactly("b");
  }

  private static StreamEvent unreadable(String key) {
    return new StreamEvent.Undecodable(key, CURSOR, "s", new Payload(new byte[] {1}), "why");
  }

  private static StreamEvent asks(String key) {
    return new StreamEvent.ProvisionRequested(
        key, CURSOR, SettableClock.START, ORDER, Optional.empty());
  }
}
