package dev.kaitsu.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.kaitsu.model.BillingOrderStatus;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.testkit.ALine;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.BillingRecord;
import dev.kaitsu.testkit.InMemoryBilling;
import dev.kaitsu.testkit.InMemoryOrders;
import dev.kaitsu.testkit.SimulatedCrash;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Wherever a node dies, another one finishes the order, and it is billed once")
class CrashAnywhereTest {
  private static final AnOrder PLAIN = AnOrder.activating();

  /**
   * An order and what happens to it.
   *
   * @param expected the code it fails with however often it is tried; empty if it ends Activated
   */
  record Shape(String name, Consumer<World> arrange, Optional<FailureCode> expected) {
    static Shape live(String name, Consumer<World> arrange) {
      return new Shape(name, arrange, Optional.empty());
    }

    static Shape failing(String name, FailureCode code, Consumer<World> arrange) {
      return new Shape(name, arrange, Optional.of(code));
    }

    int mostRetries() {
      return expected.isPresent() ? 1 : 4;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Shape> shapes() {
    return Stream.concat(liveShapes(), failingShapes());
  }

  private static Stream<Shape> liveShapes() {
    return Stream.of(
        Shape.live("plain", world -> world.approve(PLAIN)),
        Shape.live(
            "two lines",
            world ->
                world.approve(
                    PLAIN.withLines(
                        ALine.internet(),
                        ALine.internet().numbered(2).withBillingProduct("9").withQuantity("3")))),
        Shape.live("with a stale error", world -> world.approve(PLAIN.withStaleError(true))),
        Shape.live(
            "scheduled",
            world -> world.approve(PLAIN.scheduledFor(world.clock.instant().plusSeconds(90)))),
        Shape.live(
            "the answer is lost",
            world -> {
              world.billing.losesTheNextAnswer();
              world.approve(PLAIN);
            }),
        Shape.live(
            "the request is lost",
            world -> {
              world.billing.losesTheNextRequest();
              world.approve(PLAIN);
            }),
        Shape.live(
            "billing commits late",
            world -> {
              world.billing.commitsLate();
              world.billing.script().before(InMemoryBilling.Call.LOOK, () -> {});
              world.billing.script().before(InMemoryBilling.Call.LOOK, () -> {});
              world.billing.script().before(InMemoryBilling.Call.LOOK, () -> {});
              world
                  .billing
                  .script()
                  .before(InMemoryBilling.Call.LOOK, world.billing::lateCommitArrives);
              world.approve(PLAIN);
            }),
        Shape.live(
            "an order with the marker exists",
            world -> {
              world.billing.office().existingOrder(AnOrder.CLIENT, AnOrder.ID);
              world.approve(PLAIN);
            }),
        Shape.live(
            "two orders with the marker exist",
            world -> {
              world.billing.office().existingOrder(AnOrder.CLIENT, AnOrder.ID);
              world.billing.office().existingOrder(AnOrder.CLIENT, AnOrder.ID);
              world.approve(PLAIN);
            }),
        Shape.live(
            "an active order with the marker exists",
            world -> {
              var id = world.billing.office().existingOrder(AnOrder.CLIENT, AnOrder.ID);
              world.billing.office().staffAccepts(id);
              world.approve(PLAIN);
            }),
        Shape.live(
            "the first call is refused",
            world -> {
              world.billing.refuses(FailureCode.BILLING_REFUSED, "no");
              world.approve(PLAIN);
            }),
        Shape.live(
            "Salesforce does not take the result at first",
            world -> {
              var script = world.salesforce.script();
              script.failsBeforeActing(InMemoryOrders.Call.WRITE, FailureCode.HTTP_503);
              script.losesTheAnswer(InMemoryOrders.Call.WRITE, FailureCode.ETIMEOUT);
              world.approve(PLAIN);
            }),
        Shape.live(
            "accepting goes unanswered",
            world -> {
              world
                  .billing
                  .script()
                  .losesTheAnswer(InMemoryBilling.Call.ACCEPT, FailureCode.ETIMEOUT);
              world.approve(PLAIN);
            }));
  }

  private static Stream<Shape> failingShapes() {
    return Stream.of(
        Shape.failing(
            "no payment method",
            FailureCode.PAYMENT_METHOD_MISSING,
            world -> {
              world.billing.office().clientWithoutPaymentMethod(AnOrder.CLIENT);
              world.approve(PLAIN);
            }),
        Shape.failing(
            "unknown customer",
            FailureCode.MAPPING_CUSTOMER_MISSING,
            world -> world.approve(PLAIN.withoutAccount())),
        Shape.failing(
            "no lines", FailureCode.MAPPING_NO_LINES, world -> world.approve(PLAIN.withLines())),
        Shape.failing(
            "a failure that Salesforce does not hear of at first",
            FailureCode.MAPPING_NO_LINES,
            world -> {
              var script = world.salesforce.script();
              script.failsBeforeActing(InMemoryOrders.Call.WRITE, FailureCode.HTTP_503);
              script.losesTheAnswer(InMemoryOrders.Call.WRITE, FailureCode.ETIMEOUT);
              world.approve(PLAIN.withStaleError(true).withLines());
            }),
        Shape.failing(
            "setting up fails",
            FailureCode.BILLING_SETUP_FAILED,
            world -> {
              world.billing.office().nextSetupFails();
              world.approve(PLAIN);
            }),
        Shape.failing(
            "cancelled in billing",
            FailureCode.BILLING_ORDER_CANCELLED,
            world -> {
              var id = world.billing.office().existingOrder(AnOrder.CLIENT, AnOrder.ID);
              world.billing.office().staffCancels(id);
              world.approve(PLAIN);
            }),
        Shape.failing(
            "markers are stored nowhere, and the answer is lost",
            FailureCode.BILLING_ORDER_UNMARKED,
            world -> {
              world.billing.office().storesNoMarkers();
              world.billing.losesTheNextAnswer();
              world.approve(PLAIN);
            }));
  }

  /** A longer story, too long to die at every pair of its points. */
  static Stream<Shape> shapesAndLongOnes() {
    var lostTwice =
        Shape.live(
            "the request is lost twice",
            world -> {
              world.billing.losesTheNextRequest();
              world.billing.losesTheNextRequest();
              world.approve(PLAIN);
            });
    return Stream.concat(shapes(), Stream.of(lostTwice));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shapesAndLongOnes")
  @DisplayName("undisturbed, each order ends as it should")
  void undisturbed(Shape shape) {
    assertThat(endingOf(shape, List.of())).isEqualTo(0);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shapesAndLongOnes")
  @DisplayName("it dies once, at each durable write and each call, before and after")
  void once(Shape shape) {
    int crashes = 0;
    for (int point = 1; endingOf(shape, List.of(point)) == 1; point++) {
      crashes++;
    }
    assertThat(crashes).isGreaterThan(4);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shapes")
  @DisplayName("it dies, and whoever takes over dies too, at each pair of points")
  void twice(Shape shape) {
    int crashes = 0;
    for (int first = 1; endingOf(shape, List.of(first)) == 1; first++) {
      for (int second = 1; endingOf(shape, List.of(first, second)) == 2; second++) {
        crashes++;
      }
    }
    assertThat(crashes).isGreaterThan(16);
  }

  /** Runs the order to its end, dying at these points; answers how many of them were reached. */
  private static int endingOf(Shape shape, List<Integer> points) {
    var world = new World();
    shape.arrange().accept(world);
    var run = new CrashingRun(world, points);
    try {
      run.untilSettled();
      for (int retry = 0;
          retry < shape.mostRetries() && world.activation().equals("Failed");
          retry++) {
        assertCodeIsTold(world);
        run.retry();
      }
      assertEnded(world, shape);
    } catch (AssertionError broken) {
      fail("%s, dying at %s:%n%s", shape, points, String.join("\n", describe(world)), broken);
    }
    return run.crashes();
  }

  private static void assertCodeIsTold(World world) {
    assertThat(world.salesforce.failureOf(AnOrder.ID)).isPresent();
  }

  private static void assertEnded(World world, Shape shape) {
    var file = world.file(AnOrder.ID);
    assertThat(file.open()).as("open attempt").isEmpty();
    assertThat(file.owed()).as("owed write-back").isEmpty();
    assertThat(world.store.dueAt(AnOrder.ID)).as("next look").isEmpty();
    var active =
        world.billing.office().orders().stream()
            .filter(order -> order.status() == BillingOrderStatus.ACTIVE)
            .map(BillingRecord::id)
            .toList();
    assertThat(active).as("accepted billing orders").hasSizeLessThan(2);
    if (shape.expected().isPresent() && world.activation().equals("Failed")) {
      assertThat(world.salesforce.failureOf(AnOrder.ID)).isEqualTo(shape.expected());
      return;
    }
    assertThat(world.activation()).isEqualTo("Activated");
    var told = (WriteBack.Activated) world.salesforce.lastWriteOf(AnOrder.ID).orElseThrow();
    assertThat(active).as("the order that Salesforce shows").containsExactly(told.billedAs());
  }

  private static List<String> describe(World world) {
    return world.facts().stream().map(Object::toString).toList();
  }

  /** Looks at one order until nothing is left to do, dying on the way. */
  private static final class CrashingRun {
    private static final Duration PATIENCE = Duration.ofHours(3);

    private final World world;
    private final List<Integer> points;
    private int armed;
    private int outsideCrashes;

    CrashingRun(World world, List<Integer> points) {
      this.world = world;
      this.points = points;
      arm();
    }

    void untilSettled() {
      var latest = world.clock.instant().plus(PATIENCE);
      for (var due = world.store.dueAt(AnOrder.ID);
          due.isPresent();
          due = world.store.dueAt(AnOrder.ID)) {
        assertThat(due.get()).as("next look").isBefore(latest);
        world.clock.advanceTo(due.get());
        world.jobs.runDue();
        if (crashes() == armed) {
          arm();
        }
      }
    }

    void retry() {
      world.salesforce.operatorSetsActivating(AnOrder.ID);
      while (world.store.dueAt(AnOrder.ID).isEmpty()) {
        hint();
      }
      untilSettled();
    }

    private void hint() {
      try {
        world.hint(AnOrder.ID);
      } catch (SimulatedCrash crash) {
        outsideCrashes++;
        arm();
      }
    }

    int crashes() {
      return world.jobs.crashes() + outsideCrashes;
    }

    private void arm() {
      if (armed < points.size()) {
        world.crashes.crashAt(points.get(armed));
      }
      armed++;
    }
  }
}
