package dev.kaitsu.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.port.out.StoreException;
import dev.kaitsu.testkit.SettableClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Figures from the database")
class LatestFiguresTest {
  private final SettableClock clock = new SettableClock();
  private int read;
  private boolean away;

  @Test
  @DisplayName("are read once for a scrape, and again for a later one")
  void once() {
    var figures = figures(Runnable::run);

    for (int i = 0; i < 20; i++) {
      assertThat(figures.now()).contains(1);
    }
    clock.advance(Duration.ofSeconds(3));

    assertThat(figures.now()).contains(2);
  }

  @Test
  @DisplayName("are none while it is away, and come back")
  void away() {
    var figures = figures(Runnable::run);
    away = true;
    assertThat(figures.now()).isEmpty();
    assertThat(figures.now()).isEmpty();
    assertThat(read).as("questions within two seconds").isEqualTo(1);

    away = false;
    clock.advance(Duration.ofSeconds(3));

    assertThat(figures.now()).contains(2);
  }

  @Test
  @DisplayName("are none while it hangs, and it is not asked once more meanwhile")
  void hangs() {
    Queue<Runnable> open = new ArrayDeque<>();
    var figures = figures(open::add);
    assertThat(figures.now()).isEmpty();
    clock.advance(Duration.ofMinutes(1));
    assertThat(figures.now()).isEmpty();
    assertThat(open).hasSize(1);

    open.remove().run();
    clock.advance(Duration.ofMillis(1));
    figures.now();
    assertThat(open).as("it is asked again once it has answered").hasSize(1);
  }

  @Test
  @DisplayName("are none on a node that stops")
  void stopping() {
    Executor closed =
        work -> {
          throw new RejectedExecutionException("closed");
        };

    assertThat(figures(closed).now()).isEmpty();
  }

  private LatestFigures<Integer> figures(Executor beside) {
    return new LatestFigures<>(this::read, beside, clock);
  }

  private Integer read() {
    read++;
    if (away) {
      throw new StoreException("the database is away", new IllegalStateException());
    }
    return read;
  }
}
