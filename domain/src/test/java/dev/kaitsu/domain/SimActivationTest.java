package dev.kaitsu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.SimDetails;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.model.sim.PlanCode;
import dev.kaitsu.model.sim.SimCall;
import dev.kaitsu.model.sim.SimKind;
import dev.kaitsu.model.sim.VoiceOptions;
import dev.kaitsu.port.in.FulfillmentDesk.Attestation;
import dev.kaitsu.testkit.ALine;
import dev.kaitsu.testkit.ASimOrder;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.InMemoryBilling;
import dev.kaitsu.testkit.InMemorySimCards;
import dev.kaitsu.testkit.SimActivation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A SIM is activated before its order is billed")
class SimActivationTest {
  private static final AnOrder SIM_ORDER =
      AnOrder.activating().withType("SIM").withLines(ALine.sim());

  private final World world = World.withSims();

  private void describe(SimDetails sim) {
    world.simOrders.put(AnOrder.ID, sim);
  }

  static Stream<Arguments> kinds() {
    return Stream.of(
        Arguments.of(SimKind.ESIM_NEW, ASimOrder.esim()),
        Arguments.of(SimKind.ESIM_PORT_IN, ASimOrder.portingIn(ASimOrder.esim())),
        Arguments.of(SimKind.PHYSICAL_NEW, ASimOrder.physical()),
        Arguments.of(SimKind.PHYSICAL_PORT_IN, ASimOrder.portingIn(ASimOrder.physical())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  @DisplayName("each kind takes its own calls, once each and in their order")
  void everyKind(SimKind kind, SimDetails sim) {
    world.simCards.office().appliesAtOnce();
    describe(sim);

    world.fulfill(SIM_ORDER);

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.simCards.office().accepted())
        .extracting(SimActivation::call)
        .containsExactlyElementsOf(kind.calls());
    assertThat(world.simCards.office().accepted())
        .extracting(taken -> taken.request().kind())
        .containsOnly(kind);
    assertThat(world.billing.created()).hasSize(1);
  }

  @Test
  @DisplayName("the line is asked for before the bill is")
  void beforeBilling() {
    world.simCards.office().appliesAtOnce();
    describe(ASimOrder.esim());
    world
        .billing
        .script()
        .before(
            InMemoryBilling.Call.CREATE,
            () -> assertThat(world.simCards.office().accepted()).hasSize(1));

    world.fulfill(SIM_ORDER);

    assertThat(world.billing.created()).hasSize(1);
  }

  @Test
  @DisplayName("plan and voice options are those of the order")
  void whatIsAskedFor() {
    world.simCards.office().appliesAtOnce();
    describe(ASimOrder.withVoice(ASimOrder.physical(), true, true));

    world.fulfill(SIM_ORDER);

    assertThat(world.simCards.office().accepted())
        .extracting(SimActivation::request)
        .allSatisfy(
            request -> {
              assertThat(request.plan()).isEqualTo(new PlanCode("PASI_5G"));
              assertThat(request.voice()).isEqualTo(new VoiceOptions(true, true));
            });
  }

  @Test
  @DisplayName("a refused SIM leaves no bill")
  void refusedLeavesNoBill() {
    world.simCards.refuses(SimCall.ESIM_ACTIVATION, FailureCode.SIM_COMBINATION_REFUSED, "no");
    describe(ASimOrder.esim());

    world.fulfill(SIM_ORDER);

    assertThat(world.salesforce.failureOf(AnOrder.ID))
        .contains(FailureCode.SIM_COMBINATION_REFUSED);
    assertThat(world.billing.created()).isEmpty();
  }

  @Test
  @DisplayName("after the no, another order may activate the line")
  void refusedFreesTheLine() {
    world.simCards.refuses(SimCall.ESIM_ACTIVATION, FailureCode.SIM_REFUSED, "no");
    describe(ASimOrder.esim());
    world.fulfill(SIM_ORDER);
    world.simCards.office().appliesAtOnce();
    var other = AnOrder.numbered(2).withType("SIM").withLines(ALine.sim().numbered(2));
    world.simOrders.put(other.order().id(), ASimOrder.esim());

    world.fulfill(other);

    assertThat(world.salesforce.order(other.order().id()).activationStatus()).contains("Activated");
  }

  @Test
  @DisplayName("voice options wait for a new line that the operator has not set up yet")
  void voiceWaitsForTheLine() {
    describe(ASimOrder.physical());
    world.fulfill(SIM_ORDER);
    assertThat(world.activation()).isEqualTo("Activating");

    world.jobs.runFor(Duration.ofMinutes(3));
    world.simCards.office().appliesPending();
    world.simCards.office().appliesAtOnce();
    world.jobs.runFor(Duration.ofMinutes(3));

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.simCards.office().accepted())
        .extracting(SimActivation::call)
        .containsExactly(SimCall.ACCOUNT_REGISTRATION, SimCall.VOICE_REGISTRATION);
  }

  @Test
  @DisplayName("voice options wait for a new line that is locked while it is set up")
  void voiceWaitsForTheLock() {
    describe(ASimOrder.physical());
    world.fulfill(SIM_ORDER);
    world.simCards.office().locks(ASimOrder.LINE);
    world.jobs.runFor(Duration.ofMinutes(3));
    assertThat(world.activation()).isEqualTo("Activating");

    world.simCards.office().unlocks(ASimOrder.LINE);
    world.simCards.office().appliesAtOnce();
    world.jobs.runFor(Duration.ofMinutes(3));

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.simCards.office().timesAccepted(ASimOrder.LINE, SimCall.VOICE_REGISTRATION))
        .isEqualTo(1);
  }

  @Test
  @DisplayName("a line that never appears fails the order, and its retry registers nothing again")
  void lineNeverAppears() {
    describe(ASimOrder.physical());
    world.fulfill(SIM_ORDER);
    world.jobs.runFor(World.SIM_WINDOW.plusMinutes(5));
    assertThat(world.salesforce.failureOf(AnOrder.ID)).contains(FailureCode.SIM_ACCOUNT_ABSENT);

    world.simCards.office().appliesPending();
    world.simCards.office().appliesAtOnce();
    world.retry(AnOrder.ID);

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.simCards.office().timesAccepted(ASimOrder.LINE, SimCall.ACCOUNT_REGISTRATION))
        .isEqualTo(1);
  }

  @Test
  @DisplayName("a line in service already is not ours to activate")
  void lineInUse() {
    world.simCards.office().hasLine(ASimOrder.LINE, new PlanCode("OLD"));
    describe(ASimOrder.esim());

    world.fulfill(SIM_ORDER);

    assertThat(world.salesforce.failureOf(AnOrder.ID)).contains(FailureCode.SIM_LINE_IN_USE);
    assertThat(world.simCards.office().accepted()).isEmpty();
  }

  @Test
  @DisplayName("a line that is live by a person's word is taken over, and the order billed")
  void attestedLine() {
    world.simCards.office().hasLine(ASimOrder.LINE, new PlanCode("OLD"));
    describe(ASimOrder.physical());
    world.fulfill(SIM_ORDER);
    assertThat(world.attest(true)).isInstanceOf(Attestation.Taken.class);

    world.retry(AnOrder.ID);

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(world.simCards.office().accepted()).isEmpty();
    assertThat(world.facts(LedgerFact.SimCallDone.class)).allMatch(LedgerFact.SimCallDone::adopted);
  }

  @Test
  @DisplayName("two orders never activate one line")
  void oneOrderPerLine() {
    describe(ASimOrder.esim());
    world.fulfill(SIM_ORDER);
    var other = AnOrder.numbered(2).withType("SIM").withLines(ALine.sim().numbered(2));
    world.simOrders.put(other.order().id(), ASimOrder.esim());

    world.fulfill(other);

    assertThat(world.salesforce.failureOf(other.order().id()))
        .contains(FailureCode.SIM_LINE_IN_USE);
    assertThat(world.simCards.office().accepted()).hasSize(1);
  }

  @Test
  @DisplayName("an order that names another SIM than the live one is refused")
  void changedOrder() {
    world.simCards.office().appliesAtOnce();
    describe(ASimOrder.physical());
    world.simCards.refuses(SimCall.VOICE_REGISTRATION, FailureCode.SIM_REFUSED, "no");
    world.fulfill(SIM_ORDER);
    describe(ASimOrder.esim());

    world.retry(AnOrder.ID);

    assertThat(world.salesforce.failureOf(AnOrder.ID)).contains(FailureCode.SIM_ORDER_CHANGED);
    assertThat(world.billing.created()).isEmpty();
  }

  @Test
  @DisplayName("the operator being away fails the order before anything has an effect")
  void operatorAway() {
    describe(ASimOrder.esim());
    world.simCards.script().failsBeforeActing(InMemorySimCards.Call.FIND, FailureCode.ECONNREFUSED);

    world.fulfill(SIM_ORDER);

    assertThat(world.salesforce.failureOf(AnOrder.ID)).contains(FailureCode.ECONNREFUSED);
    assertThat(List.of(world.simCards.office().accepted(), world.billing.created()))
        .allMatch(List::isEmpty);
  }

  @Test
  @DisplayName("nothing can be attested of an order that is live, or never failed")
  void nothingToAttest() {
    assertThat(world.attest(true)).isInstanceOf(Attestation.NotFound.class);
    world.simCards.office().appliesAtOnce();
    describe(ASimOrder.esim());
    world.fulfill(SIM_ORDER);

    assertThat(world.attest(false)).isInstanceOf(Attestation.Refused.class);
  }

  @Test
  @DisplayName("two orders never use one card, whatever their numbers")
  void oneOrderPerCard() {
    world.simCards.office().appliesAtOnce();
    describe(ASimOrder.physical());
    world.fulfill(SIM_ORDER);
    var other = AnOrder.numbered(2).withType("SIM").withLines(ALine.sim().numbered(2));
    var number = new PhoneNumber("09000005678");
    world.simCards.office().stocks(number);
    world.simOrders.put(
        other.order().id(),
        ASimOrder.withCard(
            ASimOrder.physical(),
            card ->
                new SimDetails.Card(
                    card.id(),
                    Optional.of(number.digits()),
                    card.productNumber(),
                    Optional.empty())));

    world.fulfill(other);

    assertThat(world.salesforce.failureOf(other.order().id()))
        .contains(FailureCode.SIM_LINE_IN_USE);
    assertThat(world.simCards.office().timesAccepted(number, SimCall.ACCOUNT_REGISTRATION))
        .isZero();
  }
}
