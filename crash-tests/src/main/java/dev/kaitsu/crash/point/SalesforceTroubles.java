package dev.kaitsu.crash.point;

import static dev.kaitsu.crash.point.Story.failing;
import static dev.kaitsu.crash.point.Story.live;

import dev.kaitsu.crash.report.Seen;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.InMemoryOrders.Call;
import dev.kaitsu.testkit.Script;
import java.time.Duration;
import java.util.stream.Stream;

/** Salesforce is away, or does not take what it is told. */
final class SalesforceTroubles {
  private static final AnOrder PLAIN = AnOrder.activating();
  private static final Seen OWED =
      new Seen(
          "its result stays owed until Salesforce takes it",
          "one order at most, never another for it",
          "the result, later",
          "nothing to do");

  private SalesforceTroubles() {}

  static Stream<Story> all() {
    return Stream.of(
        live(
            "Salesforce cannot be read at first",
            Sights.LIVE,
            world -> {
              script(world).failsBeforeActing(Call.FIND, FailureCode.HTTP_503);
              world.approve(PLAIN);
            }),
        live(
            "old error fields cannot be cleared at first",
            Sights.LIVE_AFTER_RETRY,
            world -> {
              script(world).failsBeforeActing(Call.CLEAR_ERROR, FailureCode.HTTP_503);
              world.approve(PLAIN.withStaleError(true));
            }),
        live(
            "Salesforce does not take Activated at first",
            OWED,
            world -> {
              doesNotTakeIt(world);
              world.approve(PLAIN);
            }),
        live(
            "Salesforce refuses Activated by a validation rule",
            new Seen(
                "ends Failed with Salesforce's own words; a retry goes live",
                "one order, accepted, never another for it",
                "Failed, SALESFORCE_RESULT_REFUSED, then Activated",
                "mends the rule or the record, retries"),
            world -> {
              script(world)
                  .refuses(Call.WRITE, FailureCode.SALESFORCE_REFUSED, "FIELD_CUSTOM_VALIDATION");
              world.approve(PLAIN);
            }),
        live(
            "Salesforce refuses Activated, and the Failed in its place",
            new Seen(
                "parked in the ledger; goes on once the record is changed",
                "one order, accepted, never another for it",
                "Activating until the record is changed, then Activated",
                "sees it parked; mends the rule, retries"),
            world -> {
              script(world)
                  .refuses(Call.WRITE, FailureCode.SALESFORCE_REFUSED, "FIELD_CUSTOM_VALIDATION");
              script(world)
                  .refuses(Call.WRITE, FailureCode.SALESFORCE_REFUSED, "FIELD_CUSTOM_VALIDATION");
              world.later(Duration.ofHours(1), () -> retryUnlessLive(world));
              world.approve(PLAIN);
            }),
        failing(
            "Salesforce does not take Failed at first",
            FailureCode.MAPPING_NO_LINES,
            OWED,
            world -> {
              doesNotTakeIt(world);
              world.approve(PLAIN.withStaleError(true).withLines());
            }));
  }

  private static void retryUnlessLive(PointWorld world) {
    if (world.fakes.salesforce.order(AnOrder.ID).billedAs().isEmpty()) {
      world.operatorRetries(AnOrder.ID);
    }
  }

  private static void doesNotTakeIt(PointWorld world) {
    script(world).failsBeforeActing(Call.WRITE, FailureCode.HTTP_503);
    script(world).losesTheAnswer(Call.WRITE, FailureCode.ETIMEOUT);
  }

  private static Script<Call> script(PointWorld world) {
    return world.fakes.salesforce.script();
  }
}
