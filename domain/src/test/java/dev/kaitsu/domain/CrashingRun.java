package dev.kaitsu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.SimulatedCrash;
import java.time.Duration;
import java.util.List;

/** Looks at one order until nothing is left to do, dying on the way. */
final class CrashingRun {
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
