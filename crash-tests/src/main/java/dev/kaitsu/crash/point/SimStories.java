package dev.kaitsu.crash.point;

import static dev.kaitsu.crash.point.Story.failing;
import static dev.kaitsu.crash.point.Story.fragile;
import static dev.kaitsu.crash.point.Story.live;

import dev.kaitsu.crash.report.Seen;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.SimDetails;
import dev.kaitsu.model.sim.PlanCode;
import dev.kaitsu.model.sim.SimCall;
import dev.kaitsu.testkit.ALine;
import dev.kaitsu.testkit.ASimOrder;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.InMemorySimCards;
import dev.kaitsu.testkit.InMemorySimOrders;
import java.time.Duration;
import java.util.stream.Stream;

/** Orders with a SIM, which is activated before they are billed. */
final class SimStories {
  private static final AnOrder SIM_ORDER =
      AnOrder.activating().withType("SIM").withLines(ALine.sim());
  private static final SimDetails ESIM = ASimOrder.esim();
  private static final SimDetails PHYSICAL = ASimOrder.physical();

  private static final Seen LEFT_TO_A_PERSON =
      new Seen(
          "parked: the operator does not show whether a call took effect",
          "no order",
          "Failed, SIM_ACTIVATION_UNCLEAR",
          "asks the SIM operator, attests, retries");

  private SimStories() {}

  static Stream<Story> all() {
    return Stream.of(
        live("a new eSIM", Sights.LIVE, world -> approve(world, ESIM)),
        live(
            "an eSIM with a ported number",
            Sights.LIVE,
            world -> approve(world, ASimOrder.portingIn(ESIM))),
        fragile(
            "a new physical SIM",
            FailureCode.SIM_ACTIVATION_UNCLEAR,
            Sights.LIVE,
            world -> approve(world, PHYSICAL)),
        fragile(
            "a physical SIM with a ported number",
            FailureCode.SIM_ACTIVATION_UNCLEAR,
            Sights.LIVE,
            world -> approve(world, ASimOrder.portingIn(PHYSICAL))),
        fragile(
            "a new physical SIM whose line appears after five minutes",
            FailureCode.SIM_ACTIVATION_UNCLEAR,
            Sights.LIVE,
            world -> {
              describe(world, PHYSICAL);
              world.later(
                  Duration.ofMinutes(5), () -> world.fakes.simCards.office().appliesAtOnce());
              world.approve(SIM_ORDER);
            }),
        live(
            "the answer to an eSIM's activation is lost",
            Sights.LIVE,
            world -> {
              world.fakes.simCards.losesTheNextAnswer(SimCall.ESIM_ACTIVATION);
              approve(world, ESIM);
            }),
        live(
            "the request of an eSIM's activation is lost",
            Sights.FOUND_AND_RETRIED,
            world -> {
              world.fakes.simCards.losesTheNextRequest(SimCall.ESIM_ACTIVATION);
              approve(world, ESIM);
            }),
        live(
            "an eSIM's activation arrives nine minutes late",
            Sights.FOUND_AND_RETRIED,
            world -> {
              world.fakes.simCards.commitsLate();
              world.later(Duration.ofMinutes(9), () -> world.fakes.simCards.lateCommitArrives());
              approve(world, ESIM);
            }),
        failing(
            "a line in service already",
            FailureCode.SIM_LINE_IN_USE,
            Sights.REFUSED_BEFORE_ANY_EFFECT,
            world -> {
              describe(world, ESIM);
              world.fakes.simCards.office().hasLine(ASimOrder.LINE, new PlanCode("OLD"));
              world.approve(SIM_ORDER);
            }),
        failing(
            "the request of a voice registration is lost",
            FailureCode.SIM_ACTIVATION_UNCLEAR,
            LEFT_TO_A_PERSON,
            world -> {
              world.fakes.simCards.losesTheNextRequest(SimCall.VOICE_REGISTRATION);
              approve(world, PHYSICAL);
            }),
        live(
            "the SIM operator is away at first",
            Sights.LIVE_AFTER_RETRY,
            world -> {
              world
                  .fakes
                  .simCards
                  .script()
                  .failsBeforeActing(InMemorySimCards.Call.FIND, FailureCode.ECONNREFUSED);
              approve(world, ESIM);
            }),
        live(
            "WHMCS refuses the bill of a live SIM at first",
            Sights.LIVE_AFTER_RETRY,
            world -> {
              world.fakes.billing.refuses(FailureCode.BILLING_REFUSED, "scripted");
              approve(world, ESIM);
            }),
        fragile(
            "Salesforce does not take the SIM card's assignment",
            FailureCode.SIM_ACTIVATION_UNCLEAR,
            Sights.LIVE,
            world -> {
              world
                  .fakes
                  .simOrders
                  .script()
                  .refuses(
                      InMemorySimOrders.Call.ASSIGN, FailureCode.SALESFORCE_REFUSED, "scripted");
              approve(world, PHYSICAL);
            }));
  }

  private static void approve(PointWorld world, SimDetails sim) {
    describe(world, sim);
    world.fakes.simCards.office().appliesAtOnce();
    world.approve(SIM_ORDER);
  }

  private static void describe(PointWorld world, SimDetails sim) {
    world.fakes.simOrders.put(AnOrder.ID, sim);
    world.fakes.simCards.office().stocks(ASimOrder.LINE);
  }
}
