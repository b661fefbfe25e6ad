package dev.kaitsu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.SimDetails;
import dev.kaitsu.model.sim.SimCall;
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
    world.ledger.state(AnOrder.ID, new LedgerFact.SimAttested(false, "someone"));

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
    world.ledger.state(AnOrder.ID, new LedgerFact.SimAttested(true, "someone"));

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
}
