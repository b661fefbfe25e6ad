package dev.kaitsu.adapter.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A shared call")
class SharedCallTest {
  private static final int ROOM = 10;

  private final Line line = new Line();
  private final Echo echo = new Echo();
  private final SharedCall<Integer, String> shared = inCrowd(false, echo);

  @Test
  @DisplayName("is made at once and alone by whoever finds none under way, on its own thread")
  void alone() {
    assertThat(shared.ask(1)).isEqualTo("1 on " + Thread.currentThread().getId());

    assertThat(echo.calls).containsExactly(List.of(1));
    assertThat(echo.callers).containsExactly(Thread.currentThread());
  }

  @Test
  @DisplayName("is for all who came during the one before; each works off its part itself")
  void shares() {
    var others = line.together(() -> shared.ask(1), asking(2, 3, 4));

    assertThat(others)
        .allSatisfy(other -> assertThat(other.result()).endsWith(" " + other.thread().getId()));
    assertThat(echo.calls).containsExactly(List.of(1), List.of(2, 3, 4));
    assertThat(echo.callers.get(1)).isEqualTo(others.get(0).thread());
  }

  @Test
  @DisplayName("takes as many as it has room for, in the order in which they came")
  void room() {
    line.together(() -> shared.ask(1), asking(IntStream.rangeClosed(2, 24).toArray()))
        .forEach(Running::result);

    assertThat(echo.calls).extracting(List::size).containsExactly(1, 10, 10, 3);
    assertThat(echo.calls.stream().flatMap(List::stream)).isSorted();
  }

  @Test
  @DisplayName("is not shared with one that needs more than all the room")
  void tooLarge() {
    line.together(() -> shared.ask(1), asking(2, Echo.LARGE, 3)).forEach(Running::result);

    assertThat(echo.calls).containsExactly(List.of(1), List.of(2), List.of(Echo.LARGE), List.of(3));
  }

  @Test
  @DisplayName("begins after everybody in it has asked, and loses nobody")
  void beginsAfterTheAsking() {
    var now = new AtomicInteger();
    var latest =
        inCrowd(
            true,
            new Shareable<Integer, Integer>() {
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
                int read = now.get();
                return () -> read;
              }

              @Override
              public List<Supplier<Integer>> together(List<Integer> questions) {
                int read = now.get();
                return questions.stream().<Supplier<Integer>>map(question -> () -> read).toList();
              }
            });
    Callable<Boolean> reader =
        () -> {
          boolean fresh = true;
          for (int i = 0; i < 2_000; i++) {
            int asked = now.incrementAndGet();
            fresh &= latest.ask(asked) >= asked;
          }
          return fresh;
        };

    var readers = IntStream.range(0, 16).mapToObj(i -> Line.start(reader)).toList();

    assertThat(readers).allSatisfy(running -> assertThat(running.result()).isTrue());
  }

  @Nested
  @DisplayName("that fails")
  class Failing {
    @Test
    @DisplayName("for an outage fails for all who shared it, without a further call")
    void outage() {
      echo.fails(ExternalCallException.unavailable(FailureCode.HTTP_503, "down"));

      var others = line.together(() -> shared.ask(1), asking(2, 3));

      assertThat(others)
          .allSatisfy(
              other ->
                  assertThat(other.halt())
                      .isEqualTo(new Halt.Failed(FailureCode.HTTP_503, "down")));
      assertThat(others.get(0).failure()).isNotSameAs(others.get(1).failure());
      assertThat(echo.calls).hasSize(2);
    }

    @Test
    @DisplayName("without an answer leaves the outcome open for all who shared it")
    void unknown() {
      echo.fails(ExternalCallException.outcomeUnknown(FailureCode.ECONNRESET, "lost"));

      assertThat(line.together(() -> shared.ask(1), asking(2, 3)))
          .allSatisfy(other -> assertThat(other.halt()).isInstanceOf(Halt.Uncertain.class));
      assertThat(echo.calls).hasSize(2);
    }

    @Test
    @DisplayName("because it is refused is made again by each alone")
    void refused() {
      echo.fails(ExternalCallException.refused(FailureCode.SALESFORCE_REFUSED, "odd"));

      assertThat(line.together(() -> shared.ask(1), asking(2, 3)))
          .allSatisfy(other -> assertThat(other.result()).isNotEmpty());
      assertThat(echo.calls)
          .containsExactlyInAnyOrder(List.of(1), List.of(2, 3), List.of(2), List.of(3));
    }

    @Test
    @DisplayName("by a mistake of ours tells all who shared it, and the next goes on")
    void broken() {
      echo.fails(new IllegalStateException("a mistake"));

      assertThat(line.together(() -> shared.ask(1), asking(2, 3)))
          .allSatisfy(
              other ->
                  assertThat(other.failure())
                      .isInstanceOf(IllegalStateException.class)
                      .hasStackTraceContaining("a mistake"));
      assertThat(Line.start(() -> shared.ask(4)).result()).startsWith("4");
    }

    @Test
    @DisplayName("alone is nobody else's failure")
    void aloneFails() {
      echo.failsAlone(2, ExternalCallException.unavailable(FailureCode.HTTP_503, "down"));

      var others = line.together(() -> shared.ask(1), asking(2, Echo.LARGE));

      assertThat(others.get(0).halt()).isInstanceOf(Halt.Failed.class);
      assertThat(others.get(1).result()).isNotEmpty();
    }
  }

  @Nested
  @DisplayName("and a caller that is to stop:")
  class Interrupted {
    @Test
    @DisplayName("it leaves the line at once; those before and behind it are served")
    void leaves() {
      line.hold(() -> shared.ask(1));
      var others = line.join(asking(2, 3, 4));
      others.get(1).thread().interrupt();

      assertThat(others.get(1).halt()).isInstanceOf(Halt.Failed.class);
      line.release();

      assertThat(others.get(0).result()).startsWith("2");
      assertThat(others.get(2).result()).startsWith("4");
      assertThat(echo.calls).containsExactly(List.of(1), List.of(2, 4));
    }

    @Test
    @DisplayName("it stays interrupted")
    void keepsTheFlag() {
      line.hold(() -> shared.ask(1));
      var left =
          line.join(
              List.<Callable<Boolean>>of(
                  () -> {
                    assertThatThrownBy(() -> shared.ask(2))
                        .isInstanceOf(ExternalCallException.class);
                    return Thread.currentThread().isInterrupted();
                  }));
      left.get(0).thread().interrupt();

      assertThat(left.get(0).result()).isTrue();
      line.release();
    }

    @Test
    @DisplayName("the others go on without it if nothing was sent for them yet")
    void leaderStops() {
      echo.interruptsTheLeader();

      var others = line.together(() -> shared.ask(1), asking(2, 3, 4));

      assertThat(others.get(0).halt()).isInstanceOf(Halt.Failed.class);
      assertThat(others.get(1).result()).startsWith("3");
      assertThat(others.get(2).result()).startsWith("4");
    }

    @Test
    @DisplayName("whenever it happens, everybody comes to an end and the line goes on")
    void anyMoment() {
      anyMoment(shared);
      anyMoment(inCrowd(true, echo));
    }

    private void anyMoment(SharedCall<Integer, String> shared) {
      Callable<Integer> asker =
          () -> {
            int answered = 0;
            for (int i = 0; i < 1_000; i++) {
              try {
                shared.ask(i);
                answered++;
              } catch (ExternalCallException e) {
                Thread.interrupted();
              }
            }
            return answered;
          };
      var askers = IntStream.range(0, 8).mapToObj(i -> Line.start(asker)).toList();
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (askers.stream().anyMatch(running -> !running.task().isDone())
          && System.nanoTime() < end) {
        askers.get(ThreadLocalRandom.current().nextInt(askers.size())).thread().interrupt();
        Thread.onSpinWait();
      }

      askers.forEach(running -> assertThat(running.result()).isPositive());
      assertThat(Line.start(() -> shared.ask(1)).result()).startsWith("1");
    }
  }

  private static <Q, A> SharedCall<Q, A> inCrowd(boolean crowd, Shareable<Q, A> call) {
    return new SharedCall<>(call, () -> crowd, new HastyTicks(), SalesforceCalls.UNWATCHED);
  }

  private List<Callable<String>> asking(int... questions) {
    return IntStream.of(questions)
        .<Callable<String>>mapToObj(question -> () -> shared.ask(question))
        .toList();
  }

  /** Answers with the question and the thread that works it off. */
  private final class Echo implements Shareable<Integer, String> {
    static final int LARGE = 1_000;

    private final List<List<Integer>> calls = new CopyOnWriteArrayList<>();
    private final List<Thread> callers = new CopyOnWriteArrayList<>();
    private volatile Runnable nextTogether = () -> {};
    private volatile IntConsumer alone = question -> {};

    void fails(RuntimeException failure) {
      nextTogether =
          () -> {
            throw failure;
          };
    }

    void failsAlone(int question, RuntimeException failure) {
      alone =
          asked -> {
            if (asked == question) {
              throw failure;
            }
          };
    }

    void interruptsTheLeader() {
      nextTogether =
          () -> {
            Thread.currentThread().interrupt();
            throw ExternalCallException.unavailable(FailureCode.ETIMEOUT, "stopped");
          };
    }

    @Override
    public int room() {
      return ROOM;
    }

    @Override
    public int size(Integer question) {
      return question == LARGE ? ROOM + 1 : 1;
    }

    @Override
    public Supplier<String> alone(Integer question) {
      called(List.of(question));
      alone.accept(question);
      return () -> answer(question);
    }

    @Override
    public List<Supplier<String>> together(List<Integer> questions) {
      called(questions);
      var script = nextTogether;
      nextTogether = () -> {};
      script.run();
      return questions.stream().<Supplier<String>>map(question -> () -> answer(question)).toList();
    }

    private void called(List<Integer> questions) {
      calls.add(List.copyOf(questions));
      callers.add(Thread.currentThread());
      line.pass();
    }

    private String answer(Integer question) {
      return question + " on " + Thread.currentThread().getId();
    }
  }
}
