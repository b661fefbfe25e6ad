package dev.kaitsu.domain.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.domain.ledger.SimDoubt;
import dev.kaitsu.domain.step.SimCallDecision.Adopt;
import dev.kaitsu.domain.step.SimCallDecision.InUse;
import dev.kaitsu.domain.step.SimCallDecision.LookAgain;
import dev.kaitsu.domain.step.SimCallDecision.Send;
import dev.kaitsu.domain.step.SimCallDecision.Unclear;
import dev.kaitsu.model.sim.LineDetail;
import dev.kaitsu.model.sim.LineStanding;
import dev.kaitsu.model.sim.SimCall;
import dev.kaitsu.model.sim.VoiceOptions;
import dev.kaitsu.testkit.ASimOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName(
    "A look at a line decides whether a call is sent, adopted, awaited or left to a person")
class SimCallDecisionTest {
  private static final Instant SENT = Instant.parse("2026-11-20T03:00:00Z");
  private static final Duration WINDOW = Duration.ofMinutes(30);
  private static final Instant INSIDE = SENT.plus(WINDOW).minusMillis(1);
  private static final Instant AFTER = SENT.plus(WINDOW);
  private static final LookAgain LATER = new LookAgain(AFTER);
  private static final Optional<LineDetail> ABSENT = Optional.empty();
  private static final Optional<LineDetail> STOCK = line(false, false, false);
  private static final Optional<LineDetail> LIVE = line(true, false, false);

  @Test
  @DisplayName("a first call is sent, unless the line is in service")
  void first() {
    assertThat(first(ABSENT)).isEqualTo(new Send(LineStanding.ABSENT));
    assertThat(first(STOCK)).isEqualTo(new Send(LineStanding.SHOWN));
    assertThat(first(LIVE)).isEqualTo(new InUse());
  }

  @Test
  @DisplayName("a line that a person vouches for is adopted")
  void attested() {
    assertThat(SimCallDecision.first(SimCall.ESIM_ACTIVATION, LIVE, true)).isEqualTo(new Adopt());
  }

  @Test
  @DisplayName("voice is registered on a line in service")
  void voiceNeedsALine() {
    assertThat(SimCallDecision.first(SimCall.VOICE_REGISTRATION, LIVE, false))
        .isInstanceOf(Send.class);
  }

  @Test
  @DisplayName("a line that has come further since the call is that call's")
  void cameFurther() {
    assertThat(after(LineStanding.ABSENT, STOCK, INSIDE)).isEqualTo(new Adopt());
    assertThat(after(LineStanding.ABSENT, LIVE, AFTER)).isEqualTo(new Adopt());
    assertThat(after(LineStanding.SHOWN, LIVE, INSIDE)).isEqualTo(new Adopt());
  }

  @Test
  @DisplayName("inside the window, what is not there may still come")
  void inside() {
    assertThat(after(LineStanding.ABSENT, ABSENT, INSIDE)).isEqualTo(LATER);
    assertThat(after(LineStanding.SHOWN, STOCK, INSIDE)).isEqualTo(LATER);
  }

  @Test
  @DisplayName("after the window, a line that is not there is asked for again")
  void sentAgain() {
    assertThat(after(LineStanding.ABSENT, ABSENT, AFTER)).isEqualTo(new Send(LineStanding.ABSENT));
  }

  @Test
  @DisplayName("after the window, a line that is shown as before tells nothing")
  void unclear() {
    assertThat(after(LineStanding.SHOWN, STOCK, AFTER)).isEqualTo(new Unclear());
  }

  @Test
  @DisplayName("voice options that were asked for and are on were registered")
  void voiceOn() {
    assertThat(voice(true, true, line(true, true, true), INSIDE)).isEqualTo(new Adopt());
    assertThat(voice(true, false, line(true, true, false), INSIDE)).isEqualTo(new Adopt());
  }

  @Test
  @DisplayName("voice options that are off may come on inside the window, and are lost after it")
  void voiceOff() {
    assertThat(voice(true, true, LIVE, INSIDE)).isEqualTo(LATER);
    assertThat(voice(true, true, LIVE, AFTER)).isEqualTo(new Send(LineStanding.ABSENT));
  }

  @Test
  @DisplayName("half the voice options, no option asked for, or none shown: a person must ask")
  void voiceUnclear() {
    assertThat(voice(true, true, line(true, true, false), AFTER)).isEqualTo(new Unclear());
    assertThat(voice(false, false, LIVE, INSIDE)).isEqualTo(new Unclear());
    assertThat(voice(true, false, ABSENT, AFTER)).isEqualTo(new Unclear());
  }

  private static SimCallDecision first(Optional<LineDetail> seen) {
    return SimCallDecision.first(SimCall.ACCOUNT_REGISTRATION, seen, false);
  }

  private static SimCallDecision after(
      LineStanding before, Optional<LineDetail> seen, Instant lookBegan) {
    var doubt =
        new SimDoubt(
            SimCall.ACCOUNT_REGISTRATION, SENT, new VoiceOptions(true, false), before, false);
    return SimCallDecision.afterLostAnswer(doubt, seen, lookBegan, WINDOW);
  }

  private static SimCallDecision voice(
      boolean mail, boolean waiting, Optional<LineDetail> seen, Instant lookBegan) {
    var doubt =
        new SimDoubt(
            SimCall.VOICE_REGISTRATION,
            SENT,
            new VoiceOptions(mail, waiting),
            LineStanding.ABSENT,
            false);
    return SimCallDecision.afterLostAnswer(doubt, seen, lookBegan, WINDOW);
  }

  private static Optional<LineDetail> line(boolean live, boolean mail, boolean waiting) {
    return Optional.of(
        new LineDetail(
            ASimOrder.LINE,
            Optional.empty(),
            Optional.of(live),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(mail),
            Optional.of(waiting)));
  }
}
