package dev.kaitsu.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.model.EventBatch;
import dev.kaitsu.model.Hint;
import dev.kaitsu.model.HintSource;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.ParkedEvent;
import dev.kaitsu.model.Payload;
import dev.kaitsu.model.Receipt;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.port.out.Inbox;
import dev.kaitsu.port.out.ParkedEvents;
import dev.kaitsu.port.out.StoreException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@link ParkedEvents} promises. */
public abstract class ParkedEventsContract {
  private static final Payload BYTES = new Payload(new byte[] {0, 1, (byte) 0xff});

  private final String topic = Fresh.name("/event/Topic");
  private final ReplayId cursor = Fresh.replayId();
  private final OrderId order = Fresh.order().order().id();

  protected abstract ParkedEvents parked();

  /** The inbox over the same store, which parks. */
  protected abstract Inbox inbox();

  /** Whether a job waits for the order, to be done now. */
  protected abstract boolean isDue(OrderId id);

  /** Parked events whose store is away. */
  protected abstract ParkedEvents brokenParked();

  @Test
  @DisplayName("an event kept aside is open, with everything that is known of it")
  void open() {
    int before = parked().countOpen();
    park("odd");

    var event = openNow().get(0);
    assertThat(event.key()).isEqualTo("odd");
    assertThat(event.replayId()).isEqualTo(cursor);
    assertThat(event.schemaId()).isEqualTo("schema-1");
    assertThat(event.reason()).isEqualTo("the schema is unknown");
    assertThat(event.size()).isEqualTo(3);
    assertThat(parked().payload(topic, "odd")).contains(BYTES);
    assertThat(parked().countOpen()).isEqualTo(before + 1);
  }

  @Test
  @DisplayName("settled, it is open no more, and its hints are durable")
  void settles() {
    park("odd");
    park("other");

    assertThat(parked().settle(topic, "odd", "read", List.of(hint()))).isTrue();

    assertThat(openNow()).extracting(ParkedEvent::key).containsExactly("other");
    assertThat(parked().payload(topic, "odd")).isEmpty();
    assertThat(isDue(order)).isTrue();
  }

  @Test
  @DisplayName("settled twice, or never parked, it hints at nothing")
  void settlesOnce() {
    park("odd");
    parked().settle(topic, "odd", "dropped", List.of());

    assertThat(parked().settle(topic, "odd", "read", List.of(hint()))).isFalse();
    assertThat(parked().settle(topic, "never", "read", List.of(hint()))).isFalse();

    assertThat(isDue(order)).isFalse();
  }

  @Test
  @DisplayName("a settled event that is delivered once more stays settled")
  void staysSettled() {
    park("odd");
    parked().settle(topic, "odd", "dropped", List.of());

    park("odd");

    assertThat(openNow()).isEmpty();
  }

  @Test
  @DisplayName("a better reason replaces the old one, and the event stays open")
  void explains() {
    park("odd");

    parked().explain(topic, "odd", "its payload is too long");
    parked().explain(topic, "never", "nobody knows it");

    assertThat(openNow())
        .extracting(ParkedEvent::reason)
        .containsExactly("its payload is too long");
  }

  @Test
  @DisplayName("a store that is away is a store failure")
  void storeFailure() {
    assertThatThrownBy(() -> brokenParked().open()).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> brokenParked().countOpen()).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> brokenParked().payload(topic, "odd"))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> brokenParked().settle(topic, "odd", "read", List.of()))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> brokenParked().explain(topic, "odd", "why"))
        .isInstanceOf(StoreException.class);
  }

  private List<ParkedEvent> openNow() {
    return parked().open().stream().filter(event -> event.topic().equals(topic)).toList();
  }

  private void park(String key) {
    var event =
        new StreamEvent.Undecodable(key, cursor, "schema-1", BYTES, "the schema is unknown");
    inbox().receive(new Receipt(new EventBatch(topic, cursor, List.of(event)), List.of()));
  }

  private Hint hint() {
    return Hint.of(order, HintSource.OPERATOR);
  }
}
