package dev.kaitsu.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.model.EventBatch;
import dev.kaitsu.model.Hint;
import dev.kaitsu.model.HintSource;
import dev.kaitsu.model.OrderCensus;
import dev.kaitsu.model.Receipt;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.model.StreamPosition;
import dev.kaitsu.model.TopicStanding;
import dev.kaitsu.port.out.Inbox;
import dev.kaitsu.port.out.LostStreamException;
import dev.kaitsu.port.out.StoreException;
import dev.kaitsu.port.out.StreamLeases;
import dev.kaitsu.port.out.TopicBook;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@link TopicBook} promises, and what follows from it for the inbox beside it. */
public abstract class TopicBookContract {
  private final String topic = Fresh.name("/event/Topic");
  private final ReplayId cursor = Fresh.replayId();

  protected abstract TopicBook topics();

  /** The inbox over the same store. */
  protected abstract Inbox inbox();

  /** Leases over the same store. */
  protected abstract StreamLeases leases();

  /** A book whose store is away. */
  protected abstract TopicBook brokenTopics();

  @Test
  @DisplayName("a topic that was read stands at its cursor")
  void standing() {
    receive(cursor, "a");

    assertThat(standingNow().cursor().orElseThrow().id()).isEqualTo(cursor);
    assertThat(standingNow().asked()).isEmpty();
  }

  @Test
  @DisplayName("set to a replay id of any length, the topic is resumed after it, byte for byte")
  void beginsAfter() {
    receive(cursor, "a");
    var odd = new ReplayId(new byte[] {0, (byte) 0xff, 10, 0, 39, 92, 0});

    topics().begin(topic, new StreamPosition.After(odd), "night shift");

    assertThat(inbox().cursor(topic)).contains(odd);
    assertThat(inbox().asked(topic)).isEmpty();
  }

  @Test
  @DisplayName(
      "set to the earliest event, the topic is asked for so until its next cursor is saved")
  void beginsWithTheEarliest() {
    receive(cursor, "a");

    topics().begin(topic, new StreamPosition.Earliest(), "night shift");

    assertThat(inbox().cursor(topic)).isEmpty();
    assertThat(inbox().asked(topic)).contains(new StreamPosition.Earliest());
    assertThat(standingNow().asked().orElseThrow().by()).isEqualTo("night shift");
    receive(cursor);
    assertThat(inbox().asked(topic)).isEmpty();
    assertThat(inbox().cursor(topic)).contains(cursor);
  }

  @Test
  @DisplayName("forgotten, the topic is asked for from now on; the last word counts")
  void beginsFromNowOn() {
    topics().begin(topic, new StreamPosition.Earliest(), "night shift");
    topics().begin(topic, new StreamPosition.FromNowOn(), "day shift");

    assertThat(inbox().asked(topic)).contains(new StreamPosition.FromNowOn());
    topics().begin(topic, new StreamPosition.After(cursor), "day shift");
    assertThat(inbox().asked(topic)).isEmpty();
  }

  @Test
  @DisplayName(
      "whoever reads a topic that is moved stores nothing more of it, and holds it no more")
  void cutsTheReaderOff() {
    var lease = leases().take(topic).orElseThrow();
    topics().begin(topic, new StreamPosition.Earliest(), "night shift");

    assertThatThrownBy(
            () ->
                inbox()
                    .receive(
                        new Receipt(
                            new EventBatch(topic, OptionalLong.of(lease.term()), cursor, List.of()),
                            List.of())))
        .isInstanceOf(LostStreamException.class);

    assertThat(leases().renew(lease)).isFalse();
    assertThat(inbox().asked(topic)).contains(new StreamPosition.Earliest());
    assertThat(leases().take(topic).orElseThrow().term()).isGreaterThan(lease.term());
  }

  @Test
  @DisplayName("other topics stay where they are")
  void leavesOthersAlone() {
    receive(cursor, "a");

    topics().begin(Fresh.name("/event/Topic"), new StreamPosition.Earliest(), "night shift");

    assertThat(inbox().cursor(topic)).contains(cursor);
    assertThat(inbox().asked(topic)).isEmpty();
  }

  @Test
  @DisplayName("tells which events were received, of this topic")
  void received() {
    receive(cursor, "a", "b");

    assertThat(topics().received(topic, List.of("a", "b", "c")))
        .containsExactlyInAnyOrder("a", "b");
    assertThat(topics().received(Fresh.name("/event/Topic"), List.of("a"))).isEmpty();
    assertThat(topics().received(topic, List.of())).isEmpty();
  }

  @Test
  @DisplayName("counts where orders stand, each once")
  void census() {
    var waiting = Fresh.order().order().id();
    var unknown = Fresh.order().order().id();
    inbox().hint(List.of(Hint.of(waiting, HintSource.OPERATOR)));

    assertThat(topics().census(List.of(waiting, unknown, waiting)))
        .isEqualTo(new OrderCensus(0, 1, 1));
    assertThat(topics().census(List.of())).isEqualTo(new OrderCensus(0, 0, 0));
  }

  @Test
  @DisplayName("a store that is away is a store failure")
  void storeFailure() {
    assertThatThrownBy(() -> brokenTopics().standings()).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> brokenTopics().received(topic, List.of("a")))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> brokenTopics().census(List.of())).isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> brokenTopics().begin(topic, new StreamPosition.Earliest(), "me"))
        .isInstanceOf(StoreException.class);
  }

  private TopicStanding standingNow() {
    return topics().standings().stream()
        .filter(standing -> standing.topic().equals(topic))
        .findFirst()
        .orElseThrow();
  }

  private void receive(ReplayId cursorAfter, String... keys) {
    List<StreamEvent> events =
        List.of(keys).stream()
            .<StreamEvent>map(key -> new StreamEvent.Irrelevant(key, cursorAfter))
            .toList();
    inbox().receive(new Receipt(new EventBatch(topic, cursorAfter, events), List.of()));
  }
}
