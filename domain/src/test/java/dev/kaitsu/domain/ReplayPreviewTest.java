package dev.kaitsu.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.model.EventBatch;
import dev.kaitsu.model.OrderCensus;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.Payload;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.ReplayPreview;
import dev.kaitsu.model.SpanEnd;
import dev.kaitsu.model.SpanLimits;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.model.StreamPosition;
import dev.kaitsu.model.TopicStanding;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.port.in.ReplayDesk;
import dev.kaitsu.port.out.RejectedPositionException;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.InMemoryCursorMirror;
import dev.kaitsu.testkit.InMemoryTopicBook;
import dev.kaitsu.testkit.ScriptedEvents;
import dev.kaitsu.testkit.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whoever moves a topic's place")
class ReplayPreviewTest {
  private static final String TOPIC = "/event/OrderProvisionRequested__e";
  private static final String OTHER = "/data/OrderChangeEvent";
  private static final StreamPosition EARLIEST = new StreamPosition.Earliest();
  private static final SpanLimits ROOMY = new SpanLimits(100, Duration.ofMinutes(1));
  private static final OrderId SETTLED = AnOrder.idNumbered(1);
  private static final OrderId WAITING = AnOrder.idNumbered(2);
  private static final OrderId UNKNOWN = AnOrder.idNumbered(3);

  private final World world = new World();
  private final InMemoryCursorMirror mirror = new InMemoryCursorMirror();
  private final ScriptedEvents retained = new ScriptedEvents();
  private final OrderEventIntake intake = new OrderEventIntake(world.ports, mirror, order -> {});
  private final ReplayDesk desk =
      new TopicReplayDesk(
          new InMemoryTopicBook(world.store), mirror, retained, List.of(TOPIC, OTHER));

  @Test
  @DisplayName("sees first what it would do: events known, orders by where they stand")
  void preview() {
    receive(asks(1, SETTLED));
    world.store.complete(world.store.claim(SETTLED), new WorkOutcome.Settled());
    retained.retains(asks(1, SETTLED));
    receive(asks(2, WAITING));
    retained.retains(asks(3, WAITING));
    retained.retains(asks(4, SETTLED));
    retained.retains(asks(5, UNKNOWN));
    retained.retains(asks(5, UNKNOWN));
    retained.retains(new StreamEvent.Irrelevant("6", id(6)));
    retained.retains(
        new StreamEvent.Undecodable("7", id(7), "s", new Payload(new byte[] {1}), "why"));

    assertThat(desk.preview(TOPIC, EARLIEST, ROOMY))
        .isEqualTo(new ReplayPreview(7, 2, 1, new OrderCensus(1, 1, 1), SpanEnd.REACHED));
  }

  @Test
  @DisplayName("changes nothing by that")
  void previewChangesNothing() {
    receive(asks(1, SETTLED));
    retained.retains(asks(1, SETTLED));
    retained.retains(asks(2, UNKNOWN));

    desk.preview(TOPIC, new StreamPosition.After(id(1)), ROOMY);

    assertThat(world.inbox.cursor(TOPIC)).contains(id(1));
    assertThat(world.store.dueAt(UNKNOWN)).isEmpty();
    assertThat(intake(asks(2, UNKNOWN))).isTrue();
  }

  @Test
  @DisplayName("is told where the preview stopped, and that a place is unknown")
  void limits() {
    retained.retains(asks(1, SETTLED));
    retained.retains(asks(2, UNKNOWN));

    assertThat(desk.preview(TOPIC, EARLIEST, new SpanLimits(1, Duration.ofMinutes(1))).end())
        .isEqualTo(SpanEnd.EVENT_LIMIT);
    assertThatThrownBy(() -> desk.preview(TOPIC, new StreamPosition.After(id(9)), ROOMY))
        .isInstanceOf(RejectedPositionException.class);
  }

  @Test
  @DisplayName("moves the copy with it, or takes it away where there is no cursor")
  void movesTheCopy() {
    desk.begin(TOPIC, new StreamPosition.After(id(7)), "me");
    assertThat(world.inbox.cursor(TOPIC)).contains(id(7));
    assertThat(mirror.find(TOPIC)).contains(id(7));

    desk.begin(TOPIC, EARLIEST, "me");
    assertThat(world.inbox.asked(TOPIC)).contains(EARLIEST);
    assertThat(mirror.find(TOPIC)).isEmpty();
  }

  @Test
  @DisplayName("is shown every configured topic, others that are known, and copies that differ")
  void standings() {
    receive(asks(1, SETTLED));
    mirror.save(OTHER, id(8));
    desk.begin("/event/Old__e", EARLIEST, "me");

    var standings = desk.standings();

    assertThat(standings)
        .extracting(standing -> standing.durable().topic())
        .containsExactly(TOPIC, OTHER, "/event/Old__e");
    assertThat(standings)
        .extracting(ReplayDesk.Standing::configured)
        .containsExactly(true, true, false);
    assertThat(standings)
        .extracting(ReplayDesk.Standing::copy)
        .containsExactly(Optional.empty(), Optional.of(id(8)), Optional.empty());
    assertThat(standings.get(2).durable().asked()).map(TopicStanding.Request::by).contains("me");
  }

  private void receive(StreamEvent event) {
    intake.take(new EventBatch(TOPIC, event.replayId(), List.of(event)));
  }

  /** Whether the event is new to the inbox. */
  private boolean intake(StreamEvent event) {
    receive(event);
    return world.store.dueAt(UNKNOWN).isPresent();
  }

  private static StreamEvent asks(int number, OrderId order) {
    return new StreamEvent.ProvisionRequested(
        Integer.toString(number), id(number), SettableClock.START, order, Optional.empty());
  }

  private static ReplayId id(int number) {
    return new ReplayId(new byte[] {0, (byte) number});
  }
}
