package dev.kaitsu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.SimDetails;
import dev.kaitsu.model.sim.SimCall;
import dev.kaitsu.port.in.FulfillmentDesk.Attestation;
import dev.kaitsu.testkit.ALine;
import dev.kaitsu.testkit.ASimOrder;
import dev.kaitsu.testkit.AnOrder;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("After a lost answer of the SIM operator")
class LostSimAnswerTest {
  private static final AnOrder SIM_ORDER =
      AnOrder.activating().withType("SIM").withLines(ALine.sim());

  private final World world = World.withSims();

  private void fulfill(SimDetails sim) {
    world.simOrders.put(AnOrder.ID, sim);
    world.fulfill(SIM_ORDER);
  }

  private int times(SimCall call) {
    return world.simCards.office().timesAccepted(ASimOrder.LINE, call);
  }

  @Test
  @DisplayName("a line that one look shows goes on at once")
  void foundAtOnce() {
    world.simCards.office().appliesAtOnce();
    world.simCards.losesTheNextAnswer(SimCall.ESIM_ACTIVATION);

    fulfill(ASimOrder.esim());

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(times(SimCall.ESIM_ACTIVATION)).isEqualTo(1);
    assertThat(world.facts(LedgerFact.SimCallDone.class)).allMatch(LedgerFact.SimCallDone::adopted);
  }

  @Test
  @DisplayName("a line that is not there yet fails the order, which says that it is looked for")
  void notThereYet() {
    world.simCards.losesTheNextAnswer(SimCall.ESIM_ACTIVATION);

    fulfill(ASimOrder.esim());

    assertThat(world.salesforce.failureOf(AnOrder.ID)).contains(FailureCode.ETIMEOUT);
    assertThat(world.file(AnOrder.ID).searching()).isTrue();
    assertThat(world.store.dueAt(AnOrder.ID)).isPresent();
  }

  @Test
  @DisplayName("a line that appears later is found, and a retry bills it without activating again")
  void foundLater() {
    world.simCards.losesTheNextAnswer(SimCall.ESIM_ACTIVATION);
    fulfill(ASimOrder.esim());
    world.jobs.runFor(Duration.ofMinutes(5));
    world.simCards.office().appliesPending();
    world.jobs.runFor(Duration.ofMinutes(10));
    assertThat(world.facts()).endsWith(new LedgerFact.LostSimCallFound(SimCall.ESIM_ACTIVATION));

    world.retry(AnOrder.ID);

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(times(SimCall.ESIM_ACTIVATION)).isEqualTo(1);
  }

  @Test
  @DisplayName("a retry inside the window waits for its end before it sends again")
  void retryInside() {
    world.simCards.losesTheNextRequest(SimCall.ESIM_ACTIVATION);
    fulfill(ASimOrder.esim());
    world.retry(AnOrder.ID);
    assertThat(world.activation()).isEqualTo("Activating");
    world.jobs.runFor(World.SIM_WINDOW.minusMinutes(2));
    assertThat(times(SimCall.ESIM_ACTIVATION)).isZero();

    world.jobs.runFor(Duration.ofMinutes(5));

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(times(SimCall.ESIM_ACTIVATION)).isEqualTo(1);
  }

  @Test
  @DisplayName("a registration that arrives late is adopted, not repeated")
  void lateCommit() {
    world.simCards.commitsLate();
    fulfill(ASimOrder.portingIn(ASimOrder.physical()));
    world.retry(AnOrder.ID);
    world.jobs.runFor(Duration.ofMinutes(9));
    world.simCards.lateCommitArrives();
    world.jobs.runFor(World.SIM_WINDOW);

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(times(SimCall.SEMI_BLACK_REGISTRATION)).isEqualTo(1);
    assertThat(times(SimCall.VOICE_REGISTRATION)).isEqualTo(1);
  }

  @Test
  @DisplayName("a stock line that is shown all the time cannot tell: the order parks")
  void undecidable() {
    world.simCards.office().showsStock();
    world.simCards.losesTheNextRequest(SimCall.ACCOUNT_REGISTRATION);
    fulfill(ASimOrder.physical());
    world.jobs.runFor(World.SIM_WINDOW.plusMinutes(1));

    world.retry(AnOrder.ID);

    assertThat(world.salesforce.failureOf(AnOrder.ID)).contains(FailureCode.SIM_ACTIVATION_UNCLEAR);
    assertThat(world.facts())
        .contains(
            new LedgerFact.AttemptEnded(
                LedgerFact.Outcome.PARKED,
                "SIM_ACTIVATION_UNCLEAR: PA02-01 went unanswered, and Freebit does not show whether"
                    + " it took effect; ask Freebit, see kaitsu attest"));
    assertThat(times(SimCall.ACCOUNT_REGISTRATION)).isZero();
  }

  @Test
  @DisplayName("a person's word that it is not live lets a retry activate it")
  void attestedNotLive() {
    undecidable();
    world.simCards.office().appliesAtOnce();
    assertThat(world.attest(false)).isInstanceOf(Attestation.Taken.class);

    world.retry(AnOrder.ID);

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(times(SimCall.ACCOUNT_REGISTRATION)).isEqualTo(1);
  }

  @Test
  @DisplayName("a person's word that it is live lets a retry go on with the rest")
  void attestedLive() {
    world.simCards.office().showsStock();
    world.simCards.losesTheNextAnswer(SimCall.ACCOUNT_REGISTRATION);
    fulfill(ASimOrder.physical());
    world.jobs.runFor(World.SIM_WINDOW.plusMinutes(1));
    world.simCards.office().appliesAtOnce();
    assertThat(world.attest(true)).isInstanceOf(Attestation.Taken.class);

    world.retry(AnOrder.ID);

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(times(SimCall.ACCOUNT_REGISTRATION)).isEqualTo(1);
    assertThat(times(SimCall.VOICE_REGISTRATION)).isEqualTo(1);
  }

  @Test
  @DisplayName("voice options that the line shows are registered")
  void voiceFound() {
    world.simCards.office().appliesAtOnce();
    world.simCards.losesTheNextAnswer(SimCall.VOICE_REGISTRATION);

    fulfill(ASimOrder.physical());

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(times(SimCall.VOICE_REGISTRATION)).isEqualTo(1);
  }

  @Test
  @DisplayName("where no option was asked for, nothing shows the registration: the order parks")
  void voiceUndecidable() {
    world.simCards.office().appliesAtOnce();
    world.simCards.losesTheNextRequest(SimCall.VOICE_REGISTRATION);
    fulfill(ASimOrder.withVoice(ASimOrder.physical(), false, false));
    world.jobs.runFor(World.SIM_WINDOW.plusMinutes(1));

    world.retry(AnOrder.ID);

    assertThat(world.salesforce.failureOf(AnOrder.ID)).contains(FailureCode.SIM_ACTIVATION_UNCLEAR);
    assertThat(world.billing.created()).isEmpty();
  }

  @Test
  @DisplayName("where the line shows no options at all, nothing tells either: the order parks")
  void voiceNotShown() {
    world.simCards.office().appliesAtOnce();
    world.simCards.losesTheNextRequest(SimCall.VOICE_REGISTRATION);
    fulfill(ASimOrder.physical());
    world.jobs.runFor(World.SIM_WINDOW.plusMinutes(1));

    world.retry(AnOrder.ID);

    assertThat(world.salesforce.failureOf(AnOrder.ID)).contains(FailureCode.SIM_ACTIVATION_UNCLEAR);
    assertThat(times(SimCall.VOICE_REGISTRATION)).isZero();
  }

  @Test
  @DisplayName("a voice registration that was not made is made again, and nothing else")
  void voiceAttestedNotMade() {
    voiceUndecidable();
    assertThat(world.attest(false)).isInstanceOf(Attestation.Taken.class);

    world.retry(AnOrder.ID);

    assertThat(world.activation()).isEqualTo("Activated");
    assertThat(times(SimCall.ACCOUNT_REGISTRATION)).isEqualTo(1);
    assertThat(times(SimCall.VOICE_REGISTRATION)).isEqualTo(1);
  }

  @Test
  @DisplayName("a person's word is taken once: a repeat does not pass for the next call")
  void attestedTwice() {
    world.simCards.office().showsStock();
    world.simCards.losesTheNextAnswer(SimCall.ACCOUNT_REGISTRATION);
    fulfill(ASimOrder.physical());
    world.jobs.runFor(World.SIM_WINDOW.plusMinutes(1));
    world.simCards.office().appliesAtOnce();
    assertThat(world.attest(true)).isInstanceOf(Attestation.Taken.class);

    assertThat(world.attest(true)).isInstanceOf(Attestation.Refused.class);
    world.retry(AnOrder.ID);

    assertThat(times(SimCall.VOICE_REGISTRATION)).isEqualTo(1);
  }

  @Test
  @DisplayName("an order taken back while its line is being set up says what exists")
  void withdrawn() {
    fulfill(ASimOrder.physical());
    world.salesforce.operatorSetsStatus(AnOrder.ID, "Draft");
    world.hint(AnOrder.ID);
    world.jobs.runFor(Duration.ofMinutes(2));

    assertThat(world.facts(LedgerFact.AttemptEnded.class))
        .singleElement()
        .extracting(LedgerFact.AttemptEnded::reason)
        .asString()
        .contains("PA02-01", "took effect");
  }

  @Test
  @DisplayName("an order that becomes another kind keeps the SIM that was begun for it")
  void noLongerASim() {
    voiceUndecidable();
    world.salesforce.operatorEdits(
        AnOrder.ID, order -> order.withType("Internet").withLines(ALine.internet()));

    world.retry(AnOrder.ID);

    assertThat(world.salesforce.failureOf(AnOrder.ID)).contains(FailureCode.SIM_ORDER_CHANGED);
    assertThat(world.billing.created()).isEmpty();
  }
}
