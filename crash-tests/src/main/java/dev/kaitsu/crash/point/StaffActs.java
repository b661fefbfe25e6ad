package dev.kaitsu.crash.point;

import static dev.kaitsu.crash.point.Story.failing;
import static dev.kaitsu.crash.point.Story.fragile;
import static dev.kaitsu.crash.point.Story.live;

import dev.kaitsu.crash.report.Seen;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.BillingOrderStatus;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.BillingOffice;
import dev.kaitsu.testkit.BillingRecord;
import dev.kaitsu.testkit.InMemoryBilling.Call;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** WHMCS holds more than we made, or its staff was there first. */
final class StaffActs {
  private static final AnOrder PLAIN = AnOrder.activating();

  private StaffActs() {}

  static Stream<Story> all() {
    return Stream.concat(found(), meanwhile());
  }

  private static Stream<Story> found() {
    return Stream.of(
        live("an order with the marker exists", Sights.LIVE, world -> existing(world, 1)),
        live(
            "two orders with the marker exist",
            new Seen(
                "adopts the lowest, reports the other",
                "the lowest accepted, the other stays Pending",
                "Activated, with the lowest id",
                "cancels the other"),
            world -> existing(world, 2)),
        live(
            "an accepted order with the marker exists",
            Sights.LIVE,
            world -> office(world).staffAccepts(existing(world, 1))),
        failing(
            "a cancelled order with the marker exists",
            FailureCode.BILLING_ORDER_CANCELLED,
            Sights.LEFT_BILLED_AS_IT_IS,
            world -> office(world).staffCancels(existing(world, 1))),
        failing(
            "an order with the marker exists, marked as fraud",
            FailureCode.BILLING_ORDER_FRAUD,
            Sights.LEFT_BILLED_AS_IT_IS,
            world -> office(world).staffMarksFraud(existing(world, 1))),
        fragile(
            "markers are stored nowhere",
            FailureCode.BILLING_ORDER_UNMARKED,
            new Seen(
                "goes live; parked if a node dies in AddOrder",
                "one order",
                "Activated, or Failed with BILLING_ORDER_UNMARKED",
                "says whose the order is, if parked"),
            world -> {
              office(world).storesNoMarkers();
              world.approve(PLAIN);
            }));
  }

  private static Stream<Story> meanwhile() {
    return Stream.of(
        live(
            "staff accepts the order first",
            Sights.LIVE,
            world -> beforeAccept(world, BillingOffice::staffAccepts)),
        failing(
            "staff cancels the order before AcceptOrder",
            FailureCode.BILLING_ORDER_CANCELLED,
            Sights.LEFT_BILLED_AS_IT_IS,
            world -> beforeAccept(world, BillingOffice::staffCancels)),
        failing(
            "staff marks the order as fraud before AcceptOrder",
            FailureCode.BILLING_ORDER_FRAUD,
            Sights.LEFT_BILLED_AS_IT_IS,
            world -> beforeAccept(world, BillingOffice::staffMarksFraud)),
        failing(
            "the order is gone in WHMCS before AcceptOrder",
            FailureCode.BILLING_ORDER_UNCLEAR,
            Sights.failed("BILLING_ORDER_UNCLEAR; parked", "looks at it in WHMCS"),
            world -> beforeAccept(world, BillingOffice::staffDeletes)),
        failing(
            "the order is in a state of the installation's own",
            FailureCode.BILLING_ORDER_UNCLEAR,
            Sights.failed("BILLING_ORDER_UNCLEAR; parked", "looks at it in WHMCS"),
            world ->
                beforeAccept(
                    world, (office, id) -> office.staffSets(id, BillingOrderStatus.OTHER))));
  }

  private static BillingOffice office(PointWorld world) {
    return world.fakes.billing.office();
  }

  /** Orders with our marker, from a time nobody here remembers; answers the last of them. */
  private static BillingOrderId existing(PointWorld world, int howMany) {
    var last = office(world).existingOrder(AnOrder.CLIENT, AnOrder.ID);
    for (int more = 1; more < howMany; more++) {
      last = office(world).existingOrder(AnOrder.CLIENT, AnOrder.ID);
    }
    world.approve(PLAIN);
    return last;
  }

  private static void beforeAccept(
      PointWorld world, BiConsumer<BillingOffice, BillingOrderId> act) {
    Runnable deed =
        () ->
            world.fakes.billing.ordersFor(AnOrder.ID).stream()
                .map(BillingRecord::id)
                .forEach(id -> act.accept(office(world), id));
    world.fakes.billing.script().before(Call.ACCEPT, deed);
    world.fakes.billing.script().before(Call.ACCEPT_AGAIN, deed);
    world.approve(PLAIN);
  }
}
