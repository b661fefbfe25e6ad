package dev.kaitsu.crash.point;

import dev.kaitsu.crash.report.Violation;
import dev.kaitsu.crash.world.Call;
import dev.kaitsu.model.OrderId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One story, carried to its end with these stops.
 *
 * @param pathAfter the calls after the last stop
 * @param reached whether all stops were reached
 * @param broken the promise that was not kept
 */
record StoppedRun(List<Call> pathAfter, boolean reached, Optional<Violation> broken) {

  static StoppedRun of(Story story, Stopping stopping) {
    var world = new PointWorld();
    story.arrange().accept(world);
    world.wire().arm(stopping);
    Optional<Violation> broken = Optional.empty();
    try {
      carryToItsEnd(world, story, stopping);
      if (stopping.points().isEmpty()) {
        world.orders().forEach(new Ending(world, story)::requireAsTold);
      }
    } catch (AssertionError wrong) {
      broken = Optional.of(violation(world, story, stopping, wrong));
    }
    return new StoppedRun(world.wire().path(), !world.wire().isPending(), broken);
  }

  private static void carryToItsEnd(PointWorld world, Story story, Stopping stopping) {
    int mostRetries = story.mostRetries() + stopping.failuresOfItsOwn();
    var ending = new Ending(world, story);
    world.untilSettled();
    for (OrderId order : world.orders()) {
      if (stopping.failuresOfItsOwn() > 0 && isShownActivating(world, order)) {
        world.retry(order); // set aside, and what Salesforce was to be told with it
      }
      for (int retry = 0; retry < mostRetries && isFailed(world, order); retry++) {
        ending.requireCode(order);
        world.retry(order);
      }
    }
    world.orders().forEach(ending::requireAsPromised);
  }

  private static boolean isShownActivating(PointWorld world, OrderId order) {
    var salesforce = world.fakes.salesforce.order(order);
    return salesforce.isActivating() && salesforce.isApproved();
  }

  private static boolean isFailed(PointWorld world, OrderId order) {
    var salesforce = world.fakes.salesforce.order(order);
    return salesforce.activationStatus().filter("Failed"::equals).isPresent();
  }

  private static Violation violation(
      PointWorld world, Story story, Stopping stopping, AssertionError wrong) {
    var details = new ArrayList<String>();
    for (OrderId order : world.orders()) {
      details.add("Salesforce: " + world.fakes.salesforce.order(order));
      details.add("WHMCS: " + world.fakes.billing.ordersFor(order));
      world.fakes.ledger.recall(order).entries().forEach(entry -> details.add(entry.toString()));
    }
    return new Violation("%s; %s: %s".formatted(story, stopping, wrong.getMessage()), details);
  }
}
