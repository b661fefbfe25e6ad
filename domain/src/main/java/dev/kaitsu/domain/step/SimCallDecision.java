package dev.kaitsu.domain.step;

import dev.kaitsu.domain.ledger.SimDoubt;
import dev.kaitsu.model.sim.LineDetail;
import dev.kaitsu.model.sim.LineStanding;
import dev.kaitsu.model.sim.SimCall;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a look at a line means for a call that activates it: the rule by which no SIM is activated
 * twice. Pure: everything it knows is in its arguments.
 */
public sealed interface SimCallDecision {

  /** The effect is in place. */
  record Adopt() implements SimCallDecision {}

  /** Nothing was left behind: send, exactly once. */
  record Send(LineStanding before) implements SimCallDecision {}

  /** An earlier call may still take effect: look again when its window has closed. */
  record LookAgain(Instant windowEnd) implements SimCallDecision {}

  /** No call of ours was ever sent, and the line is live: it is somebody else's. */
  record InUse() implements SimCallDecision {}

  /** After a lost answer the operator does not show whether the call took effect. */
  record Unclear() implements SimCallDecision {}

  /**
   * Decides about a call that was never sent, or surely in vain.
   *
   * @param seen the line as the operator shows it
   * @param attested whether a person says that the line is live and this order's
   */
  static SimCallDecision first(SimCall call, Optional<LineDetail> seen, boolean attested) {
    if (attested) {
      return new Adopt();
    }
    var standing = LineStanding.of(seen);
    return call != SimCall.VOICE_REGISTRATION && standing == LineStanding.IN_SERVICE
        ? new InUse()
        : new Send(standing);
  }

  /**
   * Decides about a call whose effect is unknown.
   *
   * @param seen the line as the operator shows it
   * @param lookBegan a time, by the ledger's clock, before which the look did not begin
   */
  static SimCallDecision afterLostAnswer(
      SimDoubt doubt, Optional<LineDetail> seen, Instant lookBegan, Duration lookWindow) {
    var windowEnd = doubt.windowEnd(lookWindow);
    boolean open = lookBegan.isBefore(windowEnd);
    return doubt.call() == SimCall.VOICE_REGISTRATION
        ? afterVoice(seen, open, new LookAgain(windowEnd), doubt)
        : afterActivation(LineStanding.of(seen), open, new LookAgain(windowEnd), doubt);
  }

  /** A line that appeared, or went live, since the call was sent for it was made by that call. */
  private static SimCallDecision afterActivation(
      LineStanding standing, boolean open, LookAgain later, SimDoubt doubt) {
    if (standing.compareTo(doubt.before()) > 0) {
      return new Adopt();
    }
    if (open) {
      return later;
    }
    return standing == LineStanding.ABSENT ? new Send(doubt.before()) : new Unclear();
  }

  /**
   * Identity is never shown: only options that were asked for tell whether they were registered.
   */
  private static SimCallDecision afterVoice(
      Optional<LineDetail> seen, boolean open, LookAgain later, SimDoubt doubt) {
    var asked = doubt.proof();
    if (!asked.voiceMail() && !asked.callWaiting()) {
      return new Unclear();
    }
    var mail = seen.flatMap(LineDetail::voiceMail);
    var waiting = seen.flatMap(LineDetail::callWaiting);
    if (shows(asked.voiceMail(), mail, true) && shows(asked.callWaiting(), waiting, true)) {
      return new Adopt();
    }
    if (open) {
      return later;
    }
    return shows(asked.voiceMail(), mail, false) && shows(asked.callWaiting(), waiting, false)
        ? new Send(doubt.before())
        : new Unclear();
  }

  /** Whether an option, if it was asked for, is shown so. */
  private static boolean shows(boolean asked, Optional<Boolean> shown, boolean as) {
    return !asked || shown.filter(on -> on == as).isPresent();
  }
}
