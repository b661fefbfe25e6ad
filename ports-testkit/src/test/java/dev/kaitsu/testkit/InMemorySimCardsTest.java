package dev.kaitsu.testkit;

import static dev.kaitsu.model.sim.SimCall.ESIM_ACTIVATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.model.sim.PlanCode;
import dev.kaitsu.model.sim.SimCall;
import dev.kaitsu.model.sim.SimKind;
import dev.kaitsu.port.out.SimCards;
import dev.kaitsu.testkit.contract.SimCardsContract;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The SIM operator in memory keeps what it promises, and fails as it fails")
class InMemorySimCardsTest extends SimCardsContract {
  private static final PhoneNumber LINE = ASim.line(1);

  private final CrashPoints crashes = new CrashPoints();
  private final InMemorySimCards simCards = new InMemorySimCards(new SimOffice(), crashes);

  @Test
  @DisplayName("a number in stock is shown only where stock is shown, and never in service")
  void stock() {
    simCards.office().stocks(LINE);
    assertThat(simCards.find(LINE)).isEmpty();

    simCards.office().showsStock();

    assertThat(simCards.find(LINE).orElseThrow().inService()).contains(false);
  }

  @Test
  @DisplayName("the process can die before and after a call is taken")
  void crashes() {
    var request = ASim.request(SimKind.ESIM_NEW, LINE);
    crashes.crashAt(1);
    assertThatThrownBy(() -> simCards.send(request, ESIM_ACTIVATION))
        .isInstanceOf(SimulatedCrash.class);
    assertThat(simCards.office().accepted()).isEmpty();

    crashes.crashAt(2);
    assertThatThrownBy(() -> simCards.send(request, ESIM_ACTIVATION))
        .isInstanceOf(SimulatedCrash.class);
    assertThat(simCards.office().accepted())
        .containsExactly(new SimActivation(request, ESIM_ACTIVATION));
  }

  @Test
  @DisplayName("applied at once, a SIM needs no waiting")
  void atOnce() {
    simCards.office().stocks(LINE);
    simCards.office().appliesAtOnce();
    var request = ASim.request(SimKind.PHYSICAL_NEW, LINE);

    request.kind().calls().forEach(call -> simCards.send(request, call));

    assertThat(simCards.office().line(LINE).orElseThrow().voiceMail()).contains(true);
  }

  @Override
  protected SimCards simCards() {
    return simCards;
  }

  @Override
  protected SimCards unreachableSimCards() {
    simCards.failsBeforeActing(ESIM_ACTIVATION, FailureCode.ECONNREFUSED);
    return simCards;
  }

  @Override
  protected void stocks(PhoneNumber number) {
    simCards.office().stocks(number);
  }

  @Override
  protected void hasLine(PhoneNumber number, PlanCode plan) {
    simCards.office().hasLine(number, plan);
  }

  @Override
  protected void hasEndedLine(PhoneNumber number) {
    simCards.office().hasLine(number, ASim.PLAN);
    simCards.office().staffCancels(number);
  }

  @Override
  protected void locks(PhoneNumber number) {
    simCards.office().locks(number);
  }

  @Override
  protected void appliesPending() {
    simCards.office().appliesPending();
  }

  @Override
  protected int timesTaken(SimCall call) {
    return simCards.office().timesAccepted(line(), call);
  }

  @Override
  protected void losesTheNextAnswer(SimCall call) {
    simCards.losesTheNextAnswer(call);
  }

  @Override
  protected void losesTheNextRequest(SimCall call) {
    simCards.losesTheNextRequest(call);
  }

  @Override
  protected void commitsLate(SimCall call) {
    simCards.commitsLate();
  }

  @Override
  protected void lateCommitArrives() {
    simCards.lateCommitArrives();
  }

  @Override
  protected void refusesTheNextCombination(SimCall call) {
    simCards.refuses(call, FailureCode.SIM_COMBINATION_REFUSED, "scripted");
  }

  @Override
  protected void breaksTheNextFind() {
    simCards.script().failsBeforeActing(InMemorySimCards.Call.FIND, FailureCode.HTTP_502);
  }

  @Override
  protected List<String> secrets() {
    return List.of();
  }
}
