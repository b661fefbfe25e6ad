package dev.kaitsu.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.model.CorrelationId;
import dev.kaitsu.model.EventBatch;
import dev.kaitsu.model.Hint;
import dev.kaitsu.model.HintSource;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.OrderItemId;
import dev.kaitsu.model.Payload;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.port.out.OrderChanges;
import dev.kaitsu.port.out.StoreException;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.InMemoryCursorMirror;
import dev.kaitsu.testkit.SettableClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An event hints at orders; its own values may only rule them out")
class EventsAreHintsTest {
  private static final String TOPIC = "/data/OrderChangeEvent";
  private static final Instant COMMITTED = SettableClock.START.minusSeconds(2);
  private static final OrderId FIRST = AnOrder.idNumbered(1);
  private static final OrderId SECOND = AnOrder.idNumbered(2);

  private final World world = new World();
  private final InMemoryCursorMirror mirror = new InMemoryCursorMirror();
  private final Announced announced = new Announced();
  private final OrderEventIntake intake = new OrderEventIntake(world.ports, mirror, announced);

  @Test
  @DisplayName("a Platform Event always hints, and its correlation id is kept")
  void platformEvent() {
    var correlation = new CorrelationId("flow-17");
    take(
        new StreamEvent.ProvisionRequested(
            "e1", replayId(1), COMMITTED, FIRST, Optional.of(correlation)));

    assertHinted(new Hint(FIRST, HintSource.PLATFORM_EVENT, correlation));
    assertThat(world.store.claim(FIRST).correlation()).isEqualTo(correlation);
  }

  @Test
  @DisplayName("one without a correlation id gets one that names its order")
  void platformEventWithoutCorrelation() {
    take(new StreamEvent.ProvisionRequested("e1", replayId(1), COMMITTED, FIRST, Optional.empty()));
    assertHinted(
        new Hint(FIRST, HintSource.PLATFORM_EVENT, new CorrelationId("event-order-" + FIRST)));
  }

  @ParameterizedTest(name = "Activation_Status__c {0}, Status {1}, schedule changed {2}: {3}")
  @DisplayName("a change hints unless it says another state, or nothing of concern")
  @CsvSource({
    "Activating, , false, true",
    "Activating, Approved, false, true",
    "Activating, Reactivate, false, true",
    ", Approved, false, true",
    ", Reactivate, false, true",
    ", , true, true",
    "Activating, , true, true",
    "Activating, Draft, false, false",
    "Activating, Cancelled, true, false",
    "Activated, , false, false",
    "Failed, Approved, true, false",
    "activating, , false, false",
    ", Completed, false, false",
    ", , false, false"
  })
  void change(String activation, String status, boolean schedule, boolean hints) {
    take(changed("e1", activation, status, schedule, false, FIRST));
    if (hints) {
      assertHinted(Hint.of(FIRST, HintSource.CHANGE_EVENT));
    } else {
      assertHinted();
    }
  }

  @Test
  @DisplayName("a change without a correlation id is named cdc-order-<id>")
  void changeCorrelation() {
    take(changed("e1", "Activating", null, false, false, FIRST));
    assertThat(world.store.claim(FIRST).correlation().value()).isEqualTo("cdc-order-" + FIRST);
  }

  @Test
  @DisplayName("a merged change hints at every record it names")
  void merged() {
    take(changed("e1", "Activating", null, false, false, FIRST, SECOND));
    assertHinted(Hint.of(FIRST, HintSource.CHANGE_EVENT), Hint.of(SECOND, HintSource.CHANGE_EVENT));
  }

  @Test
  @DisplayName("a gap says nothing, so its orders must be looked at")
  void gap() {
    take(new StreamEvent.OrdersUnclear("e1", replayId(1), COMMITTED, List.of(FIRST, SECOND)));
    assertHinted(Hint.of(FIRST, HintSource.GAP_EVENT), Hint.of(SECOND, HintSource.GAP_EVENT));
  }

  @Test
  @DisplayName("what the customer sees is announced, even where no work is asked for")
  void customerFacing() {
    take(changed("e1", "Activated", null, false, true, FIRST, SECOND));

    assertHinted();
    assertThat(announced.orders).containsExactly(FIRST, SECOND);
    assertThat(world.listener.heard("customerFacingChange"))
        .containsExactly(List.of(FIRST), List.of(SECOND));
  }

  @Test
  @DisplayName("a change of items never asks for work: their order is announced, or else they are")
  void items() {
    var item = new OrderItemId("8025g00000XyZzQ");
    take(items("e1", item, Optional.of(FIRST)));
    take(items("e2", item, Optional.empty()));
    take(items("e2", item, Optional.empty()));

    assertHinted();
    assertThat(announced.orders).containsExactly(FIRST);
    assertThat(announced.items).containsExactly(item);
  }

  @Test
  @DisplayName("what the customer does not see is not announced")
  void notCustomerFacing() {
    take(changed("e1", "Activating", null, false, false, FIRST));
    assertThat(announced.orders).isEmpty();
  }

  @Test
  @DisplayName("an event delivered twice hints and announces once")
  void repeated() {
    var event = changed("e1", "Activating", null, false, true, FIRST);
    take(event);
    world.store.claim(FIRST); // somebody works on it, and nothing is due
    take(event);

    assertThat(world.store.dueAt(FIRST)).isEmpty();
    assertThat(world.listener.heard("eventHinted")).hasSize(1);
    assertThat(world.listener.heard("eventRepeated")).containsExactly(List.of(TOPIC, "e1"));
    assertThat(announced.orders).containsExactly(FIRST);
  }

  @Test
  @DisplayName("an event that cannot be read is kept with its bytes, and the stream goes on")
  void undecodable() {
    var garbage =
        new StreamEvent.Undecodable(
            "e1", replayId(1), "schema-9", new Payload(new byte[] {1, 2}), "no such field");
    take(garbage, changed("e2", "Activating", null, false, false, FIRST));

    assertThat(world.inbox.parked()).containsExactly(garbage);
    assertThat(world.listener.heard("eventParked"))
        .containsExactly(List.of(TOPIC, "schema-9", "no such field"));
    assertHinted(Hint.of(FIRST, HintSource.CHANGE_EVENT));
  }

  @Test
  @DisplayName("an event about something else hints at nothing")
  void irrelevant() {
    take(new StreamEvent.Irrelevant("e1", replayId(1)));
    assertThat(world.listener.heard()).isEmpty();
  }

  @Test
  @DisplayName("the cursor becomes durable with the batch, and is mirrored")
  void cursor() {
    intake.take(new EventBatch(TOPIC, replayId(9), List.of()));
    assertThat(world.inbox.cursor(TOPIC)).contains(replayId(9));
    assertThat(mirror.find(TOPIC)).contains(replayId(9));
  }

  @Test
  @DisplayName("a batch that could not be made durable says so, and nothing of it is told")
  void storeFails() {
    world.store.failsNext();
    var event = changed("e1", "Activating", null, false, true, FIRST);
    assertThatThrownBy(() -> take(event)).isInstanceOf(StoreException.class);

    assertThat(mirror.find(TOPIC)).isEmpty();
    assertThat(announced.orders).isEmpty();
    assertThat(world.listener.heard()).isEmpty();

    take(event); // delivered again
    assertHinted(Hint.of(FIRST, HintSource.CHANGE_EVENT));
  }

  private void take(StreamEvent... events) {
    intake.take(new EventBatch(TOPIC, replayId(events.length), List.of(events)));
  }

  private void assertHinted(Hint... hints) {
    var expected = Stream.of(hints).map(hint -> List.<Object>of(hint, COMMITTED)).toList();
    assertThat(world.listener.heard("eventHinted")).isEqualTo(expected);
    for (Hint hint : hints) {
      assertThat(world.store.dueAt(hint.order())).isPresent();
    }
    if (hints.length == 0) {
      assertThat(world.store.nextDue()).isEmpty();
    }
  }

  private static StreamEvent changed(
      String key,
      String activation,
      String status,
      boolean schedule,
      boolean customerFacing,
      OrderId... orders) {
    return new StreamEvent.OrdersChanged(
        key,
        replayId(1),
        COMMITTED,
        List.of(orders),
        Optional.ofNullable(activation),
        Optional.ofNullable(status),
        schedule,
        customerFacing);
  }

  private static StreamEvent items(String key, OrderItemId item, Optional<OrderId> order) {
    return new StreamEvent.ItemsChanged(key, replayId(1), COMMITTED, List.of(item), order);
  }

  /** What whoever caches orders heard. */
  private static final class Announced implements OrderChanges {
    private final List<OrderId> orders = new ArrayList<>();
    private final List<OrderItemId> items = new ArrayList<>();

    @Override
    public void announce(OrderId order) {
      orders.add(order);
    }

    @Override
    public void announceItem(OrderItemId item) {
      items.add(item);
    }
  }

  private static ReplayId replayId(int value) {
    return new ReplayId(new byte[] {(byte) value});
  }
}
