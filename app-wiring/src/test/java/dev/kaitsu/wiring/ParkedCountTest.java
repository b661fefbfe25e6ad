package dev.kaitsu.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.EventBatch;
import dev.kaitsu.model.Payload;
import dev.kaitsu.model.Receipt;
import dev.kaitsu.model.ReplayId;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.testkit.CrashPoints;
import dev.kaitsu.testkit.InMemoryInbox;
import dev.kaitsu.testkit.InMemoryParkedEvents;
import dev.kaitsu.testkit.InMemoryStore;
import dev.kaitsu.testkit.SettableClock;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The number of parked events")
class ParkedCountTest {
  private final InMemoryStore store = new InMemoryStore(new SettableClock(), new CrashPoints());
  private final InMemoryParkedEvents parked = new InMemoryParkedEvents(store);
  private final ParkedCount count = new ParkedCount(parked, Runnable::run);

  @Test
  @DisplayName("is asked for anew each time, and is 0 where there is none")
  void current() {
    assertThat(count.getAsInt()).isZero();
    park();
    assertThat(count.getAsInt()).isEqualTo(1);
    parked.settle("/event/T", "odd", "seen", List.of());
    assertThat(count.getAsInt()).isZero();
  }

  @Test
  @DisplayName("stays the last known one while the database is away, and comes back with it")
  void databaseAway() {
    park();
    count.getAsInt();
    store.failsNext();
    assertThat(count.getAsInt()).isEqualTo(1);
    assertThat(count.getAsInt()).isEqualTo(1);
  }

  @Test
  @DisplayName("keeps nobody waiting, and is -1 as long as it was never told")
  void slowDatabase() {
    assertThat(new ParkedCount(parked, never -> {}).getAsInt()).isEqualTo(-1);
  }

  private void park() {
    var event =
        new StreamEvent.Undecodable(
            "odd", new ReplayId(new byte[] {1}), "s", new Payload(new byte[] {1}), "why");
    var batch = new EventBatch("/event/T", event.replayId(), List.of(event));
    new InMemoryInbox(store).receive(new Receipt(batch, List.of()));
  }
}
