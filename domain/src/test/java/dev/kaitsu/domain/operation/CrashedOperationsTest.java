package dev.kaitsu.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.operation.LineOperation;
import dev.kaitsu.model.operation.OperationId;
import dev.kaitsu.model.operation.OperationRequest;
import dev.kaitsu.model.operation.OperationRequest.WhenBusy;
import dev.kaitsu.model.operation.OperationState;
import dev.kaitsu.model.sim.NetworkType;
import dev.kaitsu.port.in.SimDesk;
import dev.kaitsu.port.out.StoreException;
import dev.kaitsu.testkit.ASim;
import dev.kaitsu.testkit.InMemoryInvoices;
import dev.kaitsu.testkit.InMemorySimLines;
import dev.kaitsu.testkit.SimulatedCrash;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every story, stopped at every point there is, once and twice; then another node goes on. */
@DisplayName("At whatever point a node dies, nothing is done twice and nothing is lost")
class CrashedOperationsTest {
  private static final Duration LONG_ENOUGH = Duration.ofHours(4);
  private static final String KEY = "one-request";

  /** What happens, and how it may end when a node dies in it. */
  record Story(String name, LineOperation what, Consumer<LineWorld> troubles, int effects) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Story> stories() {
    return Stream.of(
        new Story("a top-up", LineWorld.TOP_UP, world -> {}, 1),
        new Story(
            "a top-up whose invoice is not answered",
            LineWorld.TOP_UP,
            world ->
                world
                    .invoices
                    .script()
                    .losesTheAnswer(InMemoryInvoices.Call.CREATE, FailureCode.ETIMEOUT),
            1),
        new Story(
            "a top-up whose invoice is lost",
            LineWorld.TOP_UP,
            world ->
                world
                    .invoices
                    .script()
                    .losesTheRequest(InMemoryInvoices.Call.CREATE, FailureCode.ETIMEOUT),
            1),
        new Story(
            "a top-up whose payment is not answered",
            LineWorld.TOP_UP,
            world ->
                world
                    .invoices
                    .script()
                    .losesTheAnswer(InMemoryInvoices.Call.CAPTURE, FailureCode.ETIMEOUT),
            1),
        new Story(
            "a top-up whose data is not answered",
            LineWorld.TOP_UP,
            world ->
                world
                    .lines
                    .script()
                    .losesTheAnswer(InMemorySimLines.Call.ADD_QUOTA, FailureCode.ETIMEOUT),
            1),
        new Story(
            "a top-up whose data is lost",
            LineWorld.TOP_UP,
            world ->
                world
                    .lines
                    .script()
                    .losesTheRequest(InMemorySimLines.Call.ADD_QUOTA, FailureCode.ETIMEOUT),
            1),
        new Story(
            "a top-up whose payment is refused",
            LineWorld.TOP_UP,
            world -> world.invoices.refusesTheCard(),
            0),
        new Story("a change of plan", LineWorld.PLAN, world -> {}, 1),
        new Story(
            "a change of plan that is not answered",
            LineWorld.PLAN,
            world ->
                world
                    .lines
                    .script()
                    .losesTheAnswer(InMemorySimLines.Call.CHANGE_PLAN, FailureCode.ETIMEOUT),
            1),
        new Story(
            "a change of network",
            LineWorld.NETWORK,
            world -> world.lines.office().appliesAtOnce(),
            1));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stories")
  @DisplayName("it dies at any one point")
  void once(Story story) {
    int points = new Run(story).undisturbed();
    for (int at = 1; at <= points; at++) {
      new Run(story).stoppedAt(at, Optional.empty());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stories")
  @DisplayName("it dies at any point, and the next node at any later one")
  void twice(Story story) {
    int points = new Run(story).undisturbed();
    for (int first = 1; first <= points; first++) {
      for (int second = 1; second <= points; second++) {
        new Run(story).stoppedAt(first, Optional.of(second));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stories")
  @DisplayName("any write of the store fails, or is in place although it seems to have failed")
  void storeTroubles(Story story) {
    for (int write = 1; write <= 12; write++) {
      int nth = write;
      new Run(story).with(world -> world.operations.losesTheAnswer(nth));
      new Run(story).with(world -> world.operations.fails(nth));
    }
  }

  /** One world in which the story happens once. */
  private static final class Run {
    private final Story story;
    private final LineWorld world = new LineWorld();
    private int crashes;

    Run(Story story) {
      this.story = story;
      story.troubles().accept(world);
    }

    int undisturbed() {
      int before = world.crashes.passed();
      go();
      return world.crashes.passed() - before;
    }

    void stoppedAt(int first, Optional<Integer> second) {
      world.crashes.crashAt(first);
      try {
        request();
        world.runner.runDue();
      } catch (SimulatedCrash inTheRequest) {
        crashes++;
      }
      second.ifPresent(at -> armAgain(at));
      go();
    }

    private void armAgain(int at) {
      if (crashes + world.runner.crashes() > 0) {
        world.crashes.crashAt(at);
      }
    }

    void with(Consumer<LineWorld> trouble) {
      trouble.accept(world);
      go();
    }

    private void go() {
      var id = requestUntilTaken();
      world.pass(LONG_ENOUGH);
      judge(id);
    }

    /** The caller repeats the request under its key until it is answered. */
    private OperationId requestUntilTaken() {
      while (true) {
        try {
          return request();
        } catch (SimulatedCrash | StoreException again) {
          crashes++;
        }
      }
    }

    private OperationId request() {
      var request =
          new OperationRequest(
              LineWorld.LINE, story.what(), "test", Optional.of(KEY), WhenBusy.QUEUE);
      return ((SimDesk.Answer.Accepted) world.desk.request(request)).operation().operation().id();
    }

    private void judge(OperationId id) {
      var state = world.state(id);
      assertThat(world.desk.operations(LineWorld.LINE)).hasSize(1);
      assertThat(world.operations.stranded()).isEmpty();
      assertThat(state.isOpen()).isFalse();
      assertThat(world.invoices.ids()).hasSizeLessThanOrEqualTo(1);
      assertThat(world.invoices.charges()).hasSizeLessThanOrEqualTo(1);
      assertThat(world.quotas()).isLessThanOrEqualTo(1);
      assertThat(changes()).allSatisfy(times -> assertThat(times).isLessThanOrEqualTo(1));
      if (state == OperationState.DONE) {
        assertThat(effects()).isEqualTo(1);
      }
      if (state == OperationState.FAILED) {
        assertThat(effects()).isZero();
        assertThat(world.invoices.charges()).isEmpty();
      }
      if (story.effects() == 0) {
        assertThat(world.quotas()).isZero();
      }
    }

    private List<Integer> changes() {
      return List.of(
          world.sent(InMemorySimLines.Call.CHANGE_PLAN),
          world.sent(InMemorySimLines.Call.CHANGE_NETWORK));
    }

    private int effects() {
      var line = world.lines.office().line(LineWorld.LINE).orElseThrow();
      return switch (story.what().kind()) {
        case TOP_UP -> world.quotas();
        case PLAN_CHANGE -> line.plan().filter(ASim.OTHER_PLAN::equals).isPresent() ? 1 : 0;
        case NETWORK_CHANGE ->
            line.network().filter(NetworkType.FIVE_G::equals).isPresent() ? 1 : 0;
      };
    }
  }
}
