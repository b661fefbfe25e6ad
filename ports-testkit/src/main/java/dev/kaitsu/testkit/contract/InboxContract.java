package dev.kaitsu.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.model.Claim;
import dev.kaitsu.model.CorrelationId;
import dev.kaitsu.model.EventBatch;
import dev.kaitsu.model.Hint;
import dev.kaitsu.model.HintSource;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.Payload;
import dev.kaitsu.model.Receipt;
import dev.kaitsu.model.Receipt.ReceivedHint;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.model.StreamLease;
import dev.kaitsu.model.StreamPosition;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.port.out.Inbox;
import dev.kaitsu.port.out.LostStreamException;
import dev.kaitsu.port.out.StoreException;
import dev.kaitsu.port.out.StreamLeases;
import dev.kaitsu.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@link Inbox} promises. */
public abstract class InboxContract {
  private final String topic = Fresh.name("/event/Topic");
  private final OrderId order = Fresh.order().order().id();
  private final OrderId other = Fresh.order().order().id();
  private final ReplayId cursor = Fresh.replayId();

  protected abstract Inbox inbox();

  /** Leases over the same store. */
  protected abstract StreamLeases leases();

  /** An inbox whose store is away. */
  protected abstract Inbox brokenInbox();

  /** Whether a job waits for the order, to be done now. */
  protected abstract boolean isDue(OrderId order);

  /** Begins work on the order as the engine does. */
  protected abstract Claim claim(OrderId order);

  /** Ends work as the engine does. */
  protected abstract void complete(Claim claim, WorkOutcome outcome);

  /** The bytes of an event that was kept aside. */
  protected abstract Optional<Payload> parkedPayload(String topic, String key);

  @Test
  @DisplayName("a batch is received: its events are new, its orders due, its cursor saved")
  void receives() {
    assertThat(inbox().cursor(topic)).isEmpty();

    assertThat(inbox().receive(receipt(cursor, "a", "b"))).containsExactlyInAnyOrder("a", "b");

    assertThat(isDue(order)).isTrue();
    assertThat(inbox().cursor(topic)).contains(cursor);
  }

  @Test
  @DisplayName("an event received before is not new and hints at nothing again")
  void receivesOnce() {
    inbox().receive(receipt(cursor, "a"));
    complete(claim(order), new WorkOutcome.Settled());
    var further = Fresh.replayId();

    assertThat(inbox().receive(receipt(further, "a"))).isEmpty();

    assertThat(isDue(order)).isFalse();
    assertThat(inbox().cursor(topic)).contains(further);
  }

  @Test
  @DisplayName("of a batch that is known in part, only the new events hint")
  void receivesTheRest() {
    inbox().receive(receipt(cursor, "a"));
    complete(claim(order), new WorkOutcome.Settled());

    assertThat(inbox().receive(receipt(cursor, "a", "b"))).containsExactly("b");

    assertThat(isDue(order)).isTrue();
  }

  @Test
  @DisplayName("an event twice in one batch is one event")
  void receivesRepeatedEventsOnce() {
    assertThat(inbox().receive(receipt(cursor, "a", "a"))).containsExactly("a");
  }

  @Test
  @DisplayName("a batch without events only moves the cursor")
  void movesTheCursor() {
    inbox().receive(receipt(cursor, "a"));
    var further = Fresh.replayId();

    assertThat(inbox().receive(receipt(further))).isEmpty();

    assertThat(inbox().cursor(topic)).contains(further);
  }

  @Test
  @DisplayName("topics have cursors and events of their own")
  void keepsTopicsApart() {
    inbox().receive(receipt(cursor, "a"));
    var elsewhere = Fresh.name("/data/Other");

    assertThat(inbox().cursor(elsewhere)).isEmpty();
    var batch = new EventBatch(elsewhere, cursor, List.of(event("a")));
    assertThat(inbox().receive(new Receipt(batch, List.of()))).containsExactly("a");
  }

  @Test
  @DisplayName("an event that nobody can read is kept with its bytes")
  void parks() {
    var bytes = new Payload(new byte[] {0, 1, (byte) 0xff});
    var event =
        new StreamEvent.Undecodable("odd", cursor, "schema-1", bytes, "the schema is unknown");

    var batch = new EventBatch(topic, cursor, List.of(event));
    assertThat(inbox().receive(new Receipt(batch, List.of()))).containsExactly("odd");

    assertThat(parkedPayload(topic, "odd")).contains(bytes);
  }

  @Test
  @DisplayName("the claim after a hint carries the hint's correlation")
  void carriesCorrelation() {
    var correlation = new CorrelationId(Fresh.name("request"));

    inbox().hint(List.of(new Hint(order, HintSource.OPERATOR, correlation)));

    assertThat(claim(order).correlation()).isEqualTo(correlation);
  }

  @Test
  @DisplayName("hints make their orders due, many at an order as well as one")
  void hints() {
    inbox().hint(List.of(hint(order), hint(other), hint(order)));

    assertThat(isDue(order)).isTrue();
    assertThat(isDue(other)).isTrue();
  }

  @Test
  @DisplayName("a hint that comes during work brings another look when the work ends")
  void keepsHintsDuringWork() {
    inbox().hint(List.of(hint(order)));
    var claim = claim(order);
    inbox().hint(List.of(hint(order)));

    complete(claim, new WorkOutcome.Settled());

    assertThat(isDue(order)).isTrue();
  }

  @Test
  @DisplayName("after work without a hint in between the order rests")
  void restsAfterWork() {
    inbox().hint(List.of(hint(order), hint(order)));

    complete(claim(order), new WorkOutcome.Settled());

    assertThat(isDue(order)).isFalse();
  }

  @Test
  @DisplayName("only orders that nobody works on and no job waits for are idle")
  void hintsAtIdleOrders() {
    var working = Fresh.order().order().id();
    inbox().hint(List.of(hint(order), hint(working)));
    var claim = claim(working);

    assertThat(inbox().hintIfIdle(List.of(hint(order), hint(working), hint(other)))).isEqualTo(1);

    assertThat(isDue(other)).isTrue();
    complete(claim, new WorkOutcome.Settled());
    assertThat(isDue(working)).isFalse();
    assertThat(inbox().hintIfIdle(List.of(hint(working)))).isEqualTo(1);
    assertThat(isDue(working)).isTrue();
  }

  @Test
  @DisplayName("nothing to hint at is no error")
  void hintsAtNothing() {
    inbox().hint(List.of());

    assertThat(inbox().hintIfIdle(List.of())).isZero();
  }

  @Test
  @DisplayName("a rejected cursor is remembered, until the next one is saved")
  void startsOver() {
    inbox().receive(receipt(cursor, "a"));
    assertThat(inbox().asked(topic)).isEmpty();

    inbox().startOver(topic, cursor);
    inbox().startOver(topic, cursor);

    assertThat(inbox().asked(topic)).contains(new StreamPosition.Earliest());
    inbox().receive(receipt(Fresh.replayId()));
    assertThat(inbox().asked(topic)).isEmpty();
  }

  @Test
  @DisplayName("a cursor that was rejected before another one was saved is nobody's concern")
  void startsOverTooLate() {
    inbox().receive(receipt(cursor, "a"));

    inbox().startOver(topic, Fresh.replayId());

    assertThat(inbox().asked(topic)).isEmpty();
  }

  @Test
  @DisplayName("a rejected cursor that came from elsewhere is remembered as well")
  void startsOverWithoutCursor() {
    inbox().startOver(topic, cursor);

    assertThat(inbox().asked(topic)).contains(new StreamPosition.Earliest());
  }

  @Test
  @DisplayName("tells how long ago the cursor was saved, not when something was last read")
  void cursorAge() {
    assertThat(inbox().cursorAge(topic)).isEmpty();

    inbox().receive(receipt(cursor, "a"));

    assertThat(inbox().cursorAge(topic).orElseThrow())
        .isBetween(Duration.ZERO, Duration.ofMinutes(1));
  }

  @Test
  @DisplayName("a batch under the topic's term is received, also by who has just given it up")
  void receivesUnderTerm() {
    var lease = leases().take(topic).orElseThrow();

    assertThat(inbox().receive(under(lease, "a"))).containsExactly("a");
    leases().release(lease);
    assertThat(inbox().receive(under(lease, "b"))).containsExactly("b");
  }

  @Test
  @DisplayName("a batch under another term than the topic's is refused: nothing of it is stored")
  void refusesOtherTerms() {
    var old = leases().take(topic).orElseThrow();
    leases().release(old);
    var current = leases().take(topic).orElseThrow();

    assertThatThrownBy(() -> inbox().receive(under(old, "a")))
        .isInstanceOf(LostStreamException.class)
        .hasMessageContaining(topic);
    assertThatThrownBy(
            () -> inbox().receive(under(new StreamLease(topic, current.term() + 1), "a")))
        .isInstanceOf(LostStreamException.class);

    assertThat(inbox().cursor(topic)).isEmpty();
    assertThat(isDue(order)).isFalse();
    assertThat(inbox().receive(under(current, "a"))).containsExactly("a");
  }

  @Test
  @DisplayName("a batch under a term is refused where nobody ever had the topic")
  void refusesInventedTerms() {
    assertThatThrownBy(() -> inbox().receive(under(new StreamLease(topic, 1), "a")))
        .isInstanceOf(LostStreamException.class);

    assertThat(inbox().cursor(topic)).isEmpty();
  }

  @Test
  @DisplayName("a store that is away is a store failure, and the cursor has not moved")
  void storeFailure() {
    inbox().receive(receipt(cursor, "a"));

    assertThatThrownBy(() -> brokenInbox().receive(receipt(Fresh.replayId(), "b")))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> brokenInbox().hint(List.of(hint(order))))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> brokenInbox().hintIfIdle(List.of(hint(order))))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> brokenInbox().cursor(topic)).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> brokenInbox().asked(topic)).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> brokenInbox().startOver(topic, cursor))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> brokenInbox().cursorAge(topic)).isInstanceOf(StoreException.class);

    assertThat(inbox().cursor(topic)).contains(cursor);
    assertThat(inbox().receive(receipt(cursor, "b"))).containsExactly("b");
  }

  private Receipt receipt(ReplayId cursorAfter, String... keys) {
    return receipt(OptionalLong.empty(), cursorAfter, keys);
  }

  private Receipt under(StreamLease lease, String key) {
    return receipt(OptionalLong.of(lease.term()), cursor, key);
  }

  private Receipt receipt(OptionalLong term, ReplayId cursorAfter, String... keys) {
    var events = List.of(keys).stream().map(this::event).toList();
    var hints = List.of(keys).stream().map(key -> new ReceivedHint(key, hint(order))).toList();
    return new Receipt(new EventBatch(topic, term, cursorAfter, events), hints);
  }

  private StreamEvent event(String key) {
    return new StreamEvent.ProvisionRequested(
        key, cursor, SettableClock.START, order, Optional.empty());
  }

  private static Hint hint(OrderId order) {
    return Hint.of(order, HintSource.SWEEP);
  }
}
