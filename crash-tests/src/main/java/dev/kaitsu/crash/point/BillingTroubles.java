package dev.kaitsu.crash.point;

import static dev.kaitsu.crash.point.Story.failing;
import static dev.kaitsu.crash.point.Story.live;

import dev.kaitsu.crash.report.Seen;
import dev.kaitsu.crash.world.Fakes;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.InMemoryBilling.Call;
import dev.kaitsu.testkit.Script;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** WHMCS says no, or is away. */
final class BillingTroubles {
  private static final AnOrder PLAIN = AnOrder.activating();

  private static final Seen HELD =
      new Seen(
          "waits, and goes live when WHMCS is back",
          "one order, accepted",
          "Activating meanwhile, then Activated",
          "nothing to do");

  private BillingTroubles() {}

  static Stream<Story> all() {
    return Stream.of(
        troubled("AddOrder is refused", script -> refuses(script, Call.CREATE)),
        troubled("WHMCS is away at AddOrder", script -> isAway(script, Call.CREATE)),
        troubled("the look fails", script -> isAway(script, Call.LOOK)),
        troubled(
            "the payment method's question fails",
            script -> isAway(script, Call.HAS_PAYMENT_METHOD)),
        troubled("WHMCS is away at AcceptOrder", script -> isAway(script, Call.ACCEPT)),
        troubled(
            "AcceptOrder's answer is lost",
            script -> script.losesTheAnswer(Call.ACCEPT, FailureCode.ETIMEOUT)),
        troubled(
            "AcceptOrder's request is lost",
            script -> script.losesTheRequest(Call.ACCEPT, FailureCode.ETIMEOUT)),
        live(
            "the services of an adopted order cannot be read at first",
            Sights.LIVE,
            world -> {
              world.fakes.billing.losesTheNextAnswer();
              isAway(world.fakes.billing.script(), Call.SERVICES);
              world.approve(PLAIN);
            }),
        live(
            "WHMCS is down at the approval, and back later",
            HELD,
            world -> {
              var review = world.fakes.reviewOfWhmcs(Optional::empty);
              world.fakes.holds.down(Fakes.WHMCS, "away");
              for (int minute = 3; minute < 12; minute++) {
                world.later(Duration.ofMinutes(minute), review::review);
              }
              world.approve(PLAIN);
            }),
        failing(
            "a module fails to set up a service",
            FailureCode.BILLING_SETUP_FAILED,
            Sights.failed("BILLING_SETUP_FAILED", "sets the service up, then retries"),
            world -> {
              world.fakes.billing.office().nextSetupFails();
              world.approve(PLAIN);
            }));
  }

  private static Story troubled(String name, Consumer<Script<Call>> trouble) {
    return live(
        name,
        Sights.LIVE_AFTER_RETRY,
        world -> {
          trouble.accept(world.fakes.billing.script());
          world.approve(PLAIN);
        });
  }

  private static void refuses(Script<Call> script, Call call) {
    script.refuses(call, FailureCode.BILLING_REFUSED, "no");
  }

  private static void isAway(Script<Call> script, Call call) {
    script.failsBeforeActing(call, FailureCode.HTTP_503);
  }
}
