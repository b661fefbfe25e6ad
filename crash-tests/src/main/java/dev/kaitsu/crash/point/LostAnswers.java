package dev.kaitsu.crash.point;

import static dev.kaitsu.crash.point.Story.failing;
import static dev.kaitsu.crash.point.Story.fragile;
import static dev.kaitsu.crash.point.Story.live;

import dev.kaitsu.crash.report.Seen;
import dev.kaitsu.crash.world.Fakes;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.InMemoryBilling.Call;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** AddOrder is sent, and its answer never comes. */
final class LostAnswers {
  private static final AnOrder PLAIN = AnOrder.activating();
  private static final Duration WINDOW = Fakes.SETTINGS.lookWindow();

  private LostAnswers() {}

  static Stream<Story> all() {
    return Stream.of(
        live(
            "AddOrder's answer is lost",
            Sights.LIVE,
            world -> {
              world.fakes.billing.losesTheNextAnswer();
              world.approve(PLAIN);
            }),
        live(
            "AddOrder's request is lost",
            Sights.FOUND_AND_RETRIED,
            world -> {
              world.fakes.billing.losesTheNextRequest();
              world.approve(PLAIN);
            }),
        live(
            "AddOrder's request is lost twice",
            Sights.FOUND_AND_RETRIED,
            world -> {
              world.fakes.billing.losesTheNextRequest();
              world.fakes.billing.losesTheNextRequest();
              world.approve(PLAIN);
            }),
        late("half a second", Duration.ofMillis(500)),
        late("eight seconds", Duration.ofSeconds(8)),
        late("half a minute", Duration.ofSeconds(30)),
        late("half the look window", WINDOW.dividedBy(2)),
        late("all but the look window", WINDOW.minusMillis(1)),
        live(
            "AddOrder commits late, and the operator retries before",
            Sights.FOUND_AND_RETRIED,
            world -> {
              commitsAfter(world, Duration.ofMinutes(3));
              world.later(Duration.ofMinutes(1), () -> world.operatorRetries(AnOrder.ID));
              world.approve(PLAIN);
            }),
        live(
            "AddOrder's answer is lost for one of three orders of a client",
            Sights.FOUND_AND_RETRIED,
            world -> {
              commitsAfter(world, Duration.ofSeconds(20));
              Stream.of(1, 2, 3).map(AnOrder::numbered).forEach(world::approve);
            }),
        failing(
            "markers are stored nowhere, and AddOrder's answer is lost",
            FailureCode.BILLING_ORDER_UNMARKED,
            Sights.PARKED_UNMARKED,
            world -> {
              world.fakes.billing.office().storesNoMarkers();
              world.fakes.billing.losesTheNextAnswer();
              world.approve(PLAIN);
            }),
        fragile(
            "markers are stored nowhere, and AddOrder's request is lost",
            FailureCode.BILLING_ORDER_UNMARKED,
            Sights.FOUND_AND_RETRIED,
            world -> {
              world.fakes.billing.office().storesNoMarkers();
              world.fakes.billing.losesTheNextRequest();
              world.approve(PLAIN);
            }),
        failing(
            "AddOrder's request is lost, and staff makes an order for the client",
            FailureCode.BILLING_ORDER_UNMARKED,
            Sights.PARKED_UNMARKED,
            LostAnswers::staffOrdersMeanwhile),
        live(
            "the same, and the operator says that it is not this order's",
            new Seen(
                "parked, then a retry creates it",
                "one order for this one, beside staff's own",
                "Failed, BILLING_ORDER_UNMARKED, then Activated",
                "disowns staff's order, retries"),
            world -> {
              staffOrdersMeanwhile(world);
              world.later(
                  WINDOW.plusMinutes(20),
                  () ->
                      world.fakes.ledger.state(
                          AnOrder.ID,
                          new LedgerFact.Disowned(List.of(new BillingOrderId(1)), "the operator")));
            }));
  }

  private static void staffOrdersMeanwhile(PointWorld world) {
    world.fakes.billing.losesTheNextRequest();
    world
        .fakes
        .billing
        .script()
        .before(
            Call.CREATE,
            () ->
                world.later(
                    Duration.ofSeconds(5),
                    () -> world.fakes.billing.office().staffOrders(AnOrder.CLIENT)));
    world.approve(PLAIN);
  }

  private static Story late(String words, Duration delay) {
    return live(
        "AddOrder commits %s after it was sent".formatted(words),
        Sights.FOUND_AND_RETRIED,
        world -> {
          commitsAfter(world, delay);
          world.approve(PLAIN);
        });
  }

  /** Counted from the sending, also where its request itself took long. */
  private static void commitsAfter(PointWorld world, Duration delay) {
    var billing = world.fakes.billing;
    billing.commitsLate();
    billing
        .script()
        .before(
            Call.CREATE,
            () ->
                world.at(world.wire().lastCreateSentAt().plus(delay), billing::lateCommitArrives));
  }
}
