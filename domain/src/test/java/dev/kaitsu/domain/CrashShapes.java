package dev.kaitsu.domain;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.testkit.ALine;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.InMemoryBilling;
import dev.kaitsu.testkit.InMemoryOrders;
import java.util.stream.Stream;

/** Every kind of story that an order can have, to be cut short anywhere. */
final class CrashShapes {
  private static final AnOrder PLAIN = AnOrder.activating();

  private CrashShapes() {}

  static Stream<CrashShape> shapes() {
    return Stream.concat(liveShapes(), failingShapes());
  }

  private static Stream<CrashShape> liveShapes() {
    return Stream.of(
        CrashShape.live("plain", world -> world.approve(PLAIN)),
        CrashShape.live(
            "two lines",
            world ->
                world.approve(
                    PLAIN.withLines(
                        ALine.internet(),
                        ALine.internet().numbered(2).withBillingProduct("9").withQuantity("3")))),
        CrashShape.live("with a stale error", world -> world.approve(PLAIN.withStaleError(true))),
        CrashShape.live(
            "scheduled",
            world -> world.approve(PLAIN.scheduledFor(world.clock.instant().plusSeconds(90)))),
        CrashShape.live(
            "the answer is lost",
            world -> {
              world.billing.losesTheNextAnswer();
              world.approve(PLAIN);
            }),
        CrashShape.live(
            "the request is lost",
            world -> {
              world.billing.losesTheNextRequest();
              world.approve(PLAIN);
            }),
        CrashShape.live(
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
        CrashShape.live(
            "an order with the marker exists",
            world -> {
              world.billing.office().existingOrder(AnOrder.CLIENT, AnOrder.ID);
              world.approve(PLAIN);
            }),
        CrashShape.live(
            "two orders with the marker exist",
            world -> {
              world.billing.office().existingOrder(AnOrder.CLIENT, AnOrder.ID);
              world.billing.office().existingOrder(AnOrder.CLIENT, AnOrder.ID);
              world.approve(PLAIN);
            }),
        CrashShape.live(
            "an active order with the marker exists",
            world -> {
              var id = world.billing.office().existingOrder(AnOrder.CLIENT, AnOrder.ID);
              world.billing.office().staffAccepts(id);
              world.approve(PLAIN);
            }),
        CrashShape.live(
            "the first call is refused",
            world -> {
              world.billing.refuses(FailureCode.BILLING_REFUSED, "no");
              world.approve(PLAIN);
            }),
        CrashShape.live(
            "Salesforce does not take the result at first",
            world -> {
              var script = world.salesforce.script();
              script.failsBeforeActing(InMemoryOrders.Call.WRITE, FailureCode.HTTP_503);
              script.losesTheAnswer(InMemoryOrders.Call.WRITE, FailureCode.ETIMEOUT);
              world.approve(PLAIN);
            }),
        CrashShape.live(
            "accepting goes unanswered",
            world -> {
              world
                  .billing
                  .script()
                  .losesTheAnswer(InMemoryBilling.Call.ACCEPT, FailureCode.ETIMEOUT);
              world.approve(PLAIN);
            }));
  }

  private static Stream<CrashShape> failingShapes() {
    return Stream.of(
        CrashShape.failing(
            "no payment method",
            FailureCode.PAYMENT_METHOD_MISSING,
            world -> {
              world.billing.office().clientWithoutPaymentMethod(AnOrder.CLIENT);
              world.approve(PLAIN);
            }),
        CrashShape.failing(
            "unknown customer",
            FailureCode.MAPPING_CUSTOMER_MISSING,
            world -> world.approve(PLAIN.withoutAccount())),
        CrashShape.failing(
            "no lines", FailureCode.MAPPING_NO_LINES, world -> world.approve(PLAIN.withLines())),
        CrashShape.failing(
            "a failure that Salesforce does not hear of at first",
            FailureCode.MAPPING_NO_LINES,
            world -> {
              var script = world.salesforce.script();
              script.failsBeforeActing(InMemoryOrders.Call.WRITE, FailureCode.HTTP_503);
              script.losesTheAnswer(InMemoryOrders.Call.WRITE, FailureCode.ETIMEOUT);
              world.approve(PLAIN.withStaleError(true).withLines());
            }),
        CrashShape.failing(
            "setting up fails",
            FailureCode.BILLING_SETUP_FAILED,
            world -> {
              world.billing.office().nextSetupFails();
              world.approve(PLAIN);
            }),
        CrashShape.failing(
            "cancelled in billing",
            FailureCode.BILLING_ORDER_CANCELLED,
            world -> {
              var id = world.billing.office().existingOrder(AnOrder.CLIENT, AnOrder.ID);
              world.billing.office().staffCancels(id);
              world.approve(PLAIN);
            }),
        CrashShape.failing(
            "markers are stored nowhere, and the answer is lost",
            FailureCode.BILLING_ORDER_UNMARKED,
            world -> {
              world.billing.office().storesNoMarkers();
              world.billing.losesTheNextAnswer();
              world.approve(PLAIN);
            }));
  }

  /** A longer story, too long to die at every pair of its points. */
  static Stream<CrashShape> shapesAndLongOnes() {
    var lostTwice =
        CrashShape.live(
            "the request is lost twice",
            world -> {
              world.billing.losesTheNextRequest();
              world.billing.losesTheNextRequest();
              world.approve(PLAIN);
            });
    return Stream.concat(shapes(), Stream.of(lostTwice));
  }
}
