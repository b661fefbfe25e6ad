package dev.kaitsu.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.kaitsu.model.BillingOrderStatus;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.BillingRecord;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Wherever a node dies, another one finishes the order, and it is billed once")
class CrashAnywhereTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.kaitsu.domain.CrashShapes#shapesAndLongOnes")
  @DisplayName("undisturbed, each order ends as it should")
  void undisturbed(CrashShape shape) {
    assertThat(endingOf(shape, List.of())).isEqualTo(0);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.kaitsu.domain.CrashShapes#shapesAndLongOnes")
  @DisplayName("it dies once, at each durable write and each call, before and after")
  void once(CrashShape shape) {
    int crashes = 0;
    for (int point = 1; endingOf(shape, List.of(point)) == 1; point++) {
      crashes++;
    }
    assertThat(crashes).isGreaterThan(4);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.kaitsu.domain.CrashShapes#shapes")
  @DisplayName("it dies, and whoever takes over dies too, at each pair of points")
  void twice(CrashShape shape) {
    int crashes = 0;
    for (int first = 1; endingOf(shape, List.of(first)) == 1; first++) {
      for (int second = 1; endingOf(shape, List.of(first, second)) == 2; second++) {
        crashes++;
      }
    }
    assertThat(crashes).isGreaterThan(16);
  }

  /** Runs the order to its end, dying at these points; answers how many of them were reached. */
  private static int endingOf(CrashShape shape, List<Integer> points) {
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

  private static void assertEnded(World world, CrashShape shape) {
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
}
