package dev.kaitsu.crash.point;

import static dev.kaitsu.crash.point.Story.failing;
import static dev.kaitsu.crash.point.Story.live;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.testkit.ALine;
import dev.kaitsu.testkit.AnOrder;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Nothing goes wrong but the order itself. */
final class PlainStories {
  private static final AnOrder PLAIN = AnOrder.activating();

  private PlainStories() {}

  static Stream<Story> all() {
    return Stream.of(
        live("a plain order", Sights.LIVE, world -> world.approve(PLAIN)),
        live(
            "an order of two lines, one of three units",
            Sights.LIVE,
            world ->
                world.approve(
                    PLAIN.withLines(
                        ALine.internet(),
                        ALine.internet().numbered(2).withBillingProduct("9").withQuantity("3")))),
        live(
            "an order with error fields of an earlier attempt",
            Sights.LIVE,
            world -> world.approve(PLAIN.withStaleError(true))),
        live(
            "an order scheduled for later",
            Sights.LIVE,
            world ->
                world.approve(PLAIN.scheduledFor(world.fakes.clock.instant().plusSeconds(90)))),
        live(
            "three orders of one client",
            Sights.LIVE,
            world ->
                IntStream.rangeClosed(1, 3).mapToObj(AnOrder::numbered).forEach(world::approve)),
        live(
            "a customer whose mapping comes late",
            Sights.LIVE_AFTER_RETRY,
            world -> {
              world.fakes.customers.unlink(AnOrder.ACCOUNT);
              world.later(
                  Duration.ofMinutes(5),
                  () -> world.fakes.customers.link(AnOrder.ACCOUNT, AnOrder.CLIENT));
              world.approve(PLAIN);
            }),
        failing(
            "a customer without a payment method",
            FailureCode.PAYMENT_METHOD_MISSING,
            Sights.REFUSED_BEFORE_ANY_EFFECT,
            world -> {
              world.fakes.billing.office().clientWithoutPaymentMethod(AnOrder.CLIENT);
              world.approve(PLAIN);
            }),
        failing(
            "an unknown customer",
            FailureCode.MAPPING_CUSTOMER_MISSING,
            Sights.REFUSED_BEFORE_ANY_EFFECT,
            world -> world.approve(PLAIN.withoutAccount())),
        failing(
            "an order without lines",
            FailureCode.MAPPING_NO_LINES,
            Sights.REFUSED_BEFORE_ANY_EFFECT,
            world -> world.approve(PLAIN.withLines())));
  }
}
