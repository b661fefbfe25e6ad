package dev.kaitsu.crash.point;

import static dev.kaitsu.crash.point.Story.live;
import static dev.kaitsu.crash.point.Story.takenBack;

import dev.kaitsu.crash.report.Seen;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.testkit.ALine;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.InMemoryBilling;
import dev.kaitsu.testkit.InMemoryOrders;
import java.time.Duration;
import java.util.stream.Stream;

/** Somebody changes the record in Salesforce while the order is on its way. */
final class OperatorActs {
  private static final AnOrder PLAIN = AnOrder.activating();
  private static final Duration LONG_CALL = Duration.ofSeconds(40);

  private OperatorActs() {}

  static Stream<Story> all() {
    return Stream.of(
        takenBack(
            "the operator takes the order back",
            Sights.TAKEN_BACK,
            world -> takenBackBefore(world, InMemoryBilling.Call.LOOK, Duration.ZERO)),
        takenBack(
            "the operator takes the order back during a long look",
            Sights.TAKEN_BACK,
            world -> takenBackBefore(world, InMemoryBilling.Call.LOOK, LONG_CALL)),
        takenBack(
            "the operator takes the order back during a long AddOrder",
            Sights.TAKEN_BACK,
            world -> takenBackBefore(world, InMemoryBilling.Call.CREATE, LONG_CALL)),
        live(
            "the operator sets Activating again while Failed is still owed",
            new Seen(
                "the Failed is dropped, a new attempt goes live",
                "one order, accepted",
                "Activated; the old Failed is never shown",
                "nothing to do"),
            world -> {
              world
                  .fakes
                  .salesforce
                  .script()
                  .failsBeforeActing(InMemoryOrders.Call.WRITE, FailureCode.HTTP_503);
              world
                  .fakes
                  .salesforce
                  .script()
                  .before(
                      InMemoryOrders.Call.WRITE,
                      () -> world.later(Duration.ofMillis(500), () -> mend(world)));
              world.approve(PLAIN.withLines());
            }),
        live(
            "the operator edits the order while it is billed",
            Sights.LIVE,
            world -> {
              world
                  .fakes
                  .billing
                  .script()
                  .before(
                      InMemoryBilling.Call.CREATE,
                      () -> world.fakes.salesforce.operatorEdits(AnOrder.ID, same -> same));
              world.approve(PLAIN);
            }));
  }

  private static void takenBackBefore(PointWorld world, InMemoryBilling.Call call, Duration took) {
    world
        .fakes
        .billing
        .script()
        .before(
            call,
            () -> {
              world.fakes.salesforce.operatorSetsStatus(AnOrder.ID, "Draft");
              world.fakes.clock.advance(took);
            });
    world.approve(PLAIN);
  }

  private static void mend(PointWorld world) {
    world.fakes.salesforce.operatorEdits(
        AnOrder.ID, order -> order.withLines(ALine.internet()).withActivationStatus("Activating"));
    world.hint(AnOrder.ID);
  }
}
