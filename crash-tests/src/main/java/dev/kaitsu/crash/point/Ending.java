package dev.kaitsu.crash.point;

import static dev.kaitsu.crash.point.PointWorld.require;

import dev.kaitsu.model.BillingOrderStatus;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.model.sim.LineDetail;
import dev.kaitsu.model.sim.SimCall;
import dev.kaitsu.testkit.ASimOrder;
import dev.kaitsu.testkit.BillingRecord;
import java.util.List;
import java.util.Set;

/** Judges how an order ended, from the books of Salesforce and billing first. */
final class Ending {
  private static final Set<LedgerFact.Outcome> NEITHER_LIVE_NOR_FAILED =
      Set.of(LedgerFact.Outcome.WITHDRAWN, LedgerFact.Outcome.PARKED);

  private final PointWorld world;
  private final Story story;

  Ending(PointWorld world, Story story) {
    this.world = world;
    this.story = story;
  }

  /** An order that failed says why. */
  void requireCode(OrderId order) {
    var salesforce = world.fakes.salesforce;
    require(
        salesforce.failureOf(order).isPresent() && salesforce.order(order).staleError(),
        "order %s is Failed in Salesforce without a code".formatted(order));
  }

  /** As the story ends if nothing stops it. */
  void requireAsTold(OrderId order) {
    var activation = world.fakes.salesforce.order(order).activationStatus().orElse("empty");
    var expected =
        switch (story.undisturbed()) {
          case LIVE -> "Activated";
          case FAILED -> "Failed";
          case WITHDRAWN -> activation; // in time or not: both are right
        };
    require(
        activation.equals(expected), "undisturbed, order %s is %s".formatted(order, activation));
  }

  void requireAsPromised(OrderId order) {
    requireNothingLeft(order);
    requireBilledOnce(order);
    requireSimActivatedOnce(order);
    require(world.defects().isEmpty(), "defects: " + world.defects());
    var activation = world.fakes.salesforce.order(order).activationStatus().orElse("empty");
    if (activation.equals("Activated")) {
      requireOwnOrderShown(order);
    } else if (activation.equals("Failed")) {
      requireCode(order);
      require(
          story.failure().isPresent()
              && world.fakes.salesforce.failureOf(order).equals(story.failure()),
          "order %s ended Failed, %s".formatted(order, world.fakes.salesforce.failureOf(order)));
    } else {
      require(
          story.undisturbed() == Story.End.WITHDRAWN && wasWithdrawn(order),
          "order %s ended %s".formatted(order, activation));
    }
  }

  private void requireNothingLeft(OrderId order) {
    var file = world.fakes.file(order);
    require(file.open().isEmpty(), "the attempt is still open");
    require(file.owed().isEmpty(), "a write-back is still owed");
    require(!file.searching(), "something is still looked for");
    require(world.fakes.store.dueAt(order).isEmpty(), "another look is due");
  }

  private void requireBilledOnce(OrderId order) {
    require(world.fakes.billing.timesBilled(order) < 2, "billed twice: " + books(order));
    require(accepted(order) < 2, "accepted twice: " + books(order));
  }

  private void requireSimActivatedOnce(OrderId order) {
    var taken = world.fakes.simCards.office();
    for (SimCall call : SimCall.values()) {
      require(
          taken.timesAccepted(ASimOrder.LINE, call) < 2,
          "%s was taken twice: %s".formatted(call, taken.accepted()));
    }
    if (world.fakes.file(order).sim().isLive()) {
      require(
          taken.line(ASimOrder.LINE).flatMap(LineDetail::inService).orElse(false),
          "the ledger says that the SIM is live, and it is not: " + taken.accepted());
    }
    if (world.fakes.salesforce.order(order).isSim() && isActivated(order)) {
      require(world.fakes.file(order).sim().isLive(), "Activated without a live SIM");
    }
  }

  private boolean isActivated(OrderId order) {
    return world
        .fakes
        .salesforce
        .order(order)
        .activationStatus()
        .filter("Activated"::equals)
        .isPresent();
  }

  private void requireOwnOrderShown(OrderId order) {
    var told = world.fakes.salesforce.lastWriteOf(order).orElseThrow();
    var shown = world.fakes.salesforce.order(order).billedAs().orElse("nothing");
    require(told instanceof WriteBack.Activated, "Activated, but the last result was " + told);
    require(accepted(order) == 1, "Activated without an accepted WHMCS order: " + books(order));
    require(
        world.fakes.billing.ordersFor(order).stream()
            .filter(each -> each.status() == BillingOrderStatus.ACTIVE)
            .allMatch(each -> each.id().toString().equals(shown)),
        "Salesforce shows WHMCS order %s: %s".formatted(shown, books(order)));
  }

  private boolean wasWithdrawn(OrderId order) {
    return world.fakes.ledger.factsOf(order).stream()
        .filter(LedgerFact.AttemptEnded.class::isInstance)
        .map(LedgerFact.AttemptEnded.class::cast)
        .map(LedgerFact.AttemptEnded::outcome)
        .allMatch(NEITHER_LIVE_NOR_FAILED::contains);
  }

  private long accepted(OrderId order) {
    return world.fakes.billing.ordersFor(order).stream()
        .filter(each -> each.status() == BillingOrderStatus.ACTIVE)
        .count();
  }

  private List<BillingRecord> books(OrderId order) {
    return world.fakes.billing.ordersFor(order);
  }
}
