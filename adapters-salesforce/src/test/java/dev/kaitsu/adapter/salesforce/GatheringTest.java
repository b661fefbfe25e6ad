package dev.kaitsu.adapter.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.Halt;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Who is next to call")
class GatheringTest {
  private static final int ROOM = 5;
  private static final Duration A_MOMENT = Duration.ofNanos(1);

  private volatile boolean crowd = true;
  private final HeldTicks ticks = new HeldTicks();
  private final Line line = new Line();
  private final Waits waits = new Waits();
  private final List<List<Integer>> calls = new CopyOnWriteArrayList<>();
  private final SharedCall<Integer, Integer> shared =
      new SharedCall<>(new Noted(), () -> crowd, ticks, waits);

  @Test
  @DisplayName("waits for nobody where there is no crowd, however many come at once")
  void noCrowd() {
    crowd = false;
    for (int i = 0; i < 100; i++) {
      shared.ask(i);
    }

    assertThat(calls).hasSize(100).allSatisfy(call -> assertThat(call).hasSize(1));
    assertThat(waits.over).containsOnly(Duration.ZERO);
  }

  @Test
  @DisplayName("stops waiting when the crowd is gone")
  void crowdIsGone() {
    shared.ask(1);
    var alone = line.join(asking(2));
    crowd = false;
    ticks.pass(A_MOMENT);

    assertThat(alone.get(0).result()).isEqualTo(2);
  }

  @Test
  @DisplayName("in a crowd waits until a moment after the last call began, and takes all along")
  void gathers() {
    shared.ask(1);
    var early = line.join(asking(101, 102));
    ticks.pass(Company.APART.minus(A_MOMENT));
    var late = line.join(asking(103));
    assertThat(calls).hasSize(1);

    ticks.pass(A_MOMENT);

    early.forEach(Running::result);
    late.forEach(Running::result);
    assertThat(calls.get(1)).containsExactly(101, 102, 103);
  }

  @Test
  @DisplayName("waits no longer than until there is no more room")
  void full() {
    shared.ask(1);

    line.join(asking(101, 102, 103, 104))
        .forEach(running -> assertThat(running.task()).isNotDone());
    var last = Line.start(() -> shared.ask(105));

    assertThat(last.result()).isEqualTo(105);
    assertThat(calls.get(1)).containsExactly(101, 102, 103, 104, 105);
  }

  @Test
  @DisplayName("does not count those who left")
  void notThoseWhoLeft() {
    shared.ask(1);
    var running = line.join(asking(101, 102, 103, 104));
    running.get(3).thread().interrupt();
    running.get(3).problem();

    line.join(asking(105));
    var last = Line.start(() -> shared.ask(106));

    assertThat(last.result()).isEqualTo(106);
    assertThat(calls.get(1)).containsExactly(101, 102, 103, 105, 106);
  }

  @Test
  @DisplayName("does not wait if enough time has passed since the last call")
  void longAgo() {
    shared.ask(1);
    ticks.pass(Company.APART);

    assertThat(shared.ask(101)).isEqualTo(101);
  }

  @Test
  @DisplayName("leaves when it is to stop; those who came to it go on without it")
  void interrupted() {
    shared.ask(1);
    var running = line.join(asking(101, 102, 103));
    running.get(0).thread().interrupt();

    assertThat(running.get(0).halt()).isInstanceOf(Halt.Failed.class);
    ticks.pass(Company.APART);

    assertThat(running.get(1).result()).isEqualTo(102);
    assertThat(running.get(2).result()).isEqualTo(103);
    assertThat(calls.get(1)).containsExactly(102, 103);
  }

  @Test
  @DisplayName("and how long each waited is told, of those who gave up as well")
  void told() {
    shared.ask(1);
    var running = line.join(asking(101, 102, 103));
    assertThat(waits.waiting()).isEqualTo(3);
    ticks.pass(Duration.ofMillis(10));
    running.get(2).thread().interrupt();
    running.get(2).problem();
    ticks.pass(Company.APART);
    running.get(1).result();

    assertThat(waits.waiting()).isZero();
    assertThat(waits.over.subList(1, 4))
        .containsExactly(
            Duration.ofMillis(10), Company.APART.plusMillis(10), Company.APART.plusMillis(10));
  }

  private List<Callable<Integer>> asking(int... questions) {
    return IntStream.of(questions)
        .<Callable<Integer>>mapToObj(question -> () -> shared.ask(question))
        .toList();
  }

  /** Answers with the question, and notes who called in whose company. */
  private final class Noted implements Shareable<Integer, Integer> {
    @Override
    public int room() {
      return ROOM;
    }

    @Override
    public int size(Integer question) {
      return 1;
    }

    @Override
    public Supplier<Integer> alone(Integer question) {
      calls.add(List.of(question));
      return () -> question;
    }

    @Override
    public List<Supplier<Integer>> together(List<Integer> questions) {
      calls.add(List.copyOf(questions));
      return questions.stream().<Supplier<Integer>>map(question -> () -> question).toList();
    }
  }

  /** Notes who waits, and how long each did. */
  private static final class Waits implements SalesforceCalls {
    private final List<String> queued = new CopyOnWriteArrayList<>();
    private final List<Duration> over = new CopyOnWriteArrayList<>();

    int waiting() {
      return queued.size() - over.size();
    }

    @Override
    public void queued() {
      queued.add("one more");
    }

    @Override
    public void dequeued(Duration waited) {
      over.add(waited);
    }

    @Override
    public void called(String operation, Duration took, Outcome outcome) {
      throw new AssertionError("nothing is sent here");
    }
  }
}
