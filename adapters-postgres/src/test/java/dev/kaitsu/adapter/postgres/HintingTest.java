package dev.kaitsu.adapter.postgres;

import static dev.kaitsu.adapter.postgres.Samples.hint;
import static dev.kaitsu.adapter.postgres.Samples.hints;
import static dev.kaitsu.adapter.postgres.Samples.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.Hint;
import dev.kaitsu.model.HintSource;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.port.out.WakeUps;
import dev.kaitsu.sandbox.store.PostgresDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Hints")
class HintingTest {
  private final PostgresDatabase database = Databases.fresh();
  private final Engine engine = new Engine(database);
  private final AtomicInteger published = new AtomicInteger();
  private final PostgresInbox inbox =
      new PostgresInbox(Engine.databaseOf(database), new Doorbell(new CountingWakeUps()));

  @Test
  @DisplayName("of events give their correlation id even if a sweep hints after them")
  void eventsWinOverSweeps() {
    inbox.hint(List.of(hint(1, HintSource.CHANGE_EVENT, "event")));
    inbox.hint(List.of(hint(1, HintSource.SWEEP, "sweep")));

    assertThat(engine.claim(order(1)).correlation().value()).isEqualTo("event");
  }

  @Test
  @DisplayName("of events win within one call as well, the first of them")
  void firstEventWins() {
    inbox.hint(
        List.of(
            hint(1, HintSource.SWEEP, "sweep"),
            hint(1, HintSource.PLATFORM_EVENT, "first"),
            hint(1, HintSource.CHANGE_EVENT, "second")));

    assertThat(engine.claim(order(1)).correlation().value()).isEqualTo("first");
  }

  @Test
  @DisplayName("of a second event for the same change do not hide the first one's")
  void firstRequestStays() {
    inbox.hint(List.of(hint(1, HintSource.SWEEP, "sweep")));
    inbox.hint(List.of(hint(1, HintSource.PLATFORM_EVENT, "first")));
    inbox.hint(List.of(hint(1, HintSource.CHANGE_EVENT, "second")));

    assertThat(engine.claim(order(1)).correlation().value()).isEqualTo("first");
  }

  @Test
  @DisplayName("of a sweep give their own once the look for an earlier event is over")
  void sweepsStandForThemselves() {
    inbox.hint(List.of(hint(1, HintSource.CHANGE_EVENT, "event")));
    engine.complete(engine.claim(order(1)), new WorkOutcome.Settled());
    inbox.hint(List.of(hint(1, HintSource.SWEEP, "sweep")));

    assertThat(engine.claim(order(1)).correlation().value()).isEqualTo("sweep");
  }

  @Test
  @DisplayName("wake other nodes once per call, and not when nothing was hinted at")
  void wakeOthers() {
    inbox.hint(hints(5));
    inbox.hintIfIdle(hints(5));
    inbox.hint(List.of());

    assertThat(published).hasValue(1);
  }

  @Test
  @DisplayName(
      "at the same orders from many threads, in any order, never block each other for good")
  void noDeadlock() {
    var threads =
        LongStream.range(0, 4)
            .mapToObj(seed -> CompletableFuture.runAsync(() -> hintShuffled(new Random(seed))))
            .toArray(CompletableFuture[]::new);

    CompletableFuture.allOf(threads).join();

    assertThat(
            Databases.column(
                database, "select hint_seq from kaitsu.orders where hint_seq <> 4 * 20"))
        .isEmpty();
  }

  private void hintShuffled(Random random) {
    List<Hint> shuffled = new ArrayList<>(hints(50));
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(shuffled, random);
      inbox.hint(shuffled);
    }
  }

  private final class CountingWakeUps implements WakeUps {
    @Override
    public void publish() {
      published.incrementAndGet();
    }

    @Override
    public void onWakeUp(Runnable action) {
      // nobody publishes
    }
  }
}
