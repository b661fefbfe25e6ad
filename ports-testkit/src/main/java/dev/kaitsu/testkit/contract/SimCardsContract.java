package dev.kaitsu.testkit.contract;

import static dev.kaitsu.model.sim.SimCall.ACCOUNT_REGISTRATION;
import static dev.kaitsu.model.sim.SimCall.ESIM_ACTIVATION;
import static dev.kaitsu.model.sim.SimCall.SEMI_BLACK_REGISTRATION;
import static dev.kaitsu.model.sim.SimCall.VOICE_REGISTRATION;
import static dev.kaitsu.model.sim.SimKind.ESIM_NEW;
import static dev.kaitsu.model.sim.SimKind.ESIM_PORT_IN;
import static dev.kaitsu.model.sim.SimKind.PHYSICAL_NEW;
import static dev.kaitsu.model.sim.SimKind.PHYSICAL_PORT_IN;
import static dev.kaitsu.testkit.contract.Failures.haltOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.FormField;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.sim.SimKind;
import dev.kaitsu.port.out.SimCards;
import dev.kaitsu.testkit.ASim;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What {@link SimCards} promises. */
public abstract class SimCardsContract extends SimCardsScene {
  @Test
  @DisplayName("a line that nobody asked for is not there")
  void absent() {
    assertThat(simCards().find(line)).isEmpty();
  }

  @Test
  @DisplayName("every kind of SIM is activated by its calls, each taken once")
  void activates() {
    for (var kind : SimKind.values()) {
      var other = ASim.line(Fresh.number());
      stocks(other);
      var request = ASim.request(kind, other);

      activate(request);

      var found = simCards().find(other).orElseThrow();
      assertThat(found.line()).isEqualTo(other);
      assertThat(found.inService()).as("%s", kind).contains(true);
      assertThat(found.plan()).contains(ASim.PLAN);
      if (kind.calls().contains(VOICE_REGISTRATION)) {
        assertThat(found.voiceMail()).contains(true);
        assertThat(found.callWaiting()).contains(false);
      }
    }
  }

  @Test
  @DisplayName("what was taken is not in service before the operator applied it")
  void appliesLater() {
    simCards().send(request(ESIM_NEW), ESIM_ACTIVATION);
    assertThat(live()).isEmpty();

    appliesPending();

    assertThat(live()).isPresent();
    assertThat(timesTaken()).isEqualTo(1);
  }

  @Test
  @DisplayName("a ported number on a SIM card is in service at once")
  void appliesPortInsAtOnce() {
    stocks(line);

    simCards().send(request(PHYSICAL_PORT_IN), SEMI_BLACK_REGISTRATION);

    assertThat(live()).isPresent();
  }

  @Test
  @DisplayName("sending twice is taken twice: nothing below tells a repeat")
  void takesRepeats() {
    var request = request(ESIM_PORT_IN);

    simCards().send(request, ESIM_ACTIVATION);
    simCards().send(request, ESIM_ACTIVATION);

    assertThat(timesTaken(ESIM_ACTIVATION)).isEqualTo(2);
  }

  @Test
  @DisplayName("a SIM card that the operator does not know is refused")
  void refusesUnknownCards() {
    var halt = haltOf(() -> simCards().send(request(PHYSICAL_NEW), ACCOUNT_REGISTRATION));

    assertThat(halt).isInstanceOf(Halt.Refused.class);
    assertThat(halt.code()).isEqualTo(FailureCode.SIM_ACCOUNT_ABSENT);
    nothingWasTaken();
  }

  @Test
  @DisplayName("voice options of a line that is not there yet are refused, and taken later")
  void refusesEarlyVoice() {
    stocks(line);
    var request = request(PHYSICAL_NEW);
    simCards().send(request, ACCOUNT_REGISTRATION);

    assertThat(haltOf(() -> simCards().send(request, VOICE_REGISTRATION)).code())
        .isEqualTo(FailureCode.SIM_ACCOUNT_ABSENT);
    assertThat(timesTaken(VOICE_REGISTRATION)).isZero();

    appliesPending();
    simCards().send(request, VOICE_REGISTRATION);
    assertThat(timesTaken(VOICE_REGISTRATION)).isEqualTo(1);
  }

  @Test
  @DisplayName("while a change of the line runs, nothing is done and a retry is enough")
  void failsWhileLocked() {
    stocks(line);
    locks(line);

    var halt = haltOf(() -> simCards().send(request(PHYSICAL_NEW), ACCOUNT_REGISTRATION));

    assertThat(halt).isInstanceOf(Halt.Failed.class);
    assertThat(halt.code()).isEqualTo(FailureCode.SIM_LINE_LOCKED);
    nothingWasTaken();
  }

  @Test
  @DisplayName("a combination that the operator does not take is refused")
  void refusesCombinations() {
    refusesTheNextCombination(ESIM_ACTIVATION);

    var halt = haltOf(() -> simCards().send(request(ESIM_NEW), ESIM_ACTIVATION));

    assertThat(halt).isInstanceOf(Halt.Refused.class);
    assertThat(halt.code()).isEqualTo(FailureCode.SIM_COMBINATION_REFUSED);
    nothingWasTaken();
  }

  @Test
  @DisplayName("a call that reached nobody failed")
  void failsUnsent() {
    assertThat(haltOf(() -> unreachableSimCards().send(request(ESIM_NEW), ESIM_ACTIVATION)))
        .isInstanceOf(Halt.Failed.class);
  }

  @Test
  @DisplayName("a call whose answer was lost is uncertain, is not sent again, and can be found")
  void losesAnswers() {
    losesTheNextAnswer(ESIM_ACTIVATION);

    assertThat(haltOf(() -> simCards().send(request(ESIM_NEW), ESIM_ACTIVATION)))
        .isInstanceOf(Halt.Uncertain.class);

    assertThat(timesTaken(ESIM_ACTIVATION)).isEqualTo(1);
    appliesPending();
    assertThat(live()).isPresent();
  }

  @Test
  @DisplayName("a call that was lost on its way is as uncertain, and left nothing")
  void losesRequests() {
    losesTheNextRequest(ESIM_ACTIVATION);

    assertThat(haltOf(() -> simCards().send(request(ESIM_NEW), ESIM_ACTIVATION)))
        .isInstanceOf(Halt.Uncertain.class);

    nothingWasTaken();
    appliesPending();
    assertThat(simCards().find(line)).isEmpty();
  }

  @Test
  @DisplayName("a call may be taken after its caller gave up")
  void commitsLate() {
    commitsLate(ESIM_ACTIVATION);

    assertThat(haltOf(() -> simCards().send(request(ESIM_NEW), ESIM_ACTIVATION)))
        .isInstanceOf(Halt.Uncertain.class);
    lateCommitArrives();
    appliesPending();

    assertThat(live()).isPresent();
    assertThat(timesTaken(ESIM_ACTIVATION)).isEqualTo(1);
  }

  @Test
  @DisplayName("a look that cannot be read fails: it is not a line that is not there")
  void failsUnreadableLooks() {
    breaksTheNextFind();

    assertThat(haltOf(() -> simCards().find(line))).isNotNull();
  }

  @Test
  @DisplayName("a preview shows no person and no number in full, no credential, and sends nothing")
  void previews() {
    var person = ASim.SUBSCRIBER;
    for (var kind : SimKind.values()) {
      for (var call : kind.calls()) {
        var shown = simCards().preview(request(kind), call).stream().map(FormField::value).toList();

        assertThat(shown).contains(line.toString());
        assertThat(shown.toString())
            .doesNotContain(line.digits(), ASim.EID.digits(), ASim.PORT_IN.reservationNumber())
            .doesNotContain(person.lastName(), person.firstName(), "19900102", "1990-01-02")
            .doesNotContain(person.lastNameKana(), person.firstNameKana());
        assertThat(secrets()).noneMatch(shown.toString()::contains);
      }
    }
    nothingWasTaken();
  }
}
