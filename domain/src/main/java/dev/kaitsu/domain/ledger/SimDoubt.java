package dev.kaitsu.domain.ledger;

import dev.kaitsu.model.sim.LineStanding;
import dev.kaitsu.model.sim.SimCall;
import dev.kaitsu.model.sim.VoiceOptions;
import java.time.Duration;
import java.time.Instant;

/**
 * A call that activates a SIM was sent, and what became of it is not known.
 *
 * @param sentAt when the newest such call was about to be sent
 * @param proof the voice options that prove it once they are on
 * @param before how the operator showed the line before the first of them
 * @param lookedOut whether the search for its effect is over
 */
public record SimDoubt(
    SimCall call, Instant sentAt, VoiceOptions proof, LineStanding before, boolean lookedOut) {

  /** Until when the call's effect may still appear. */
  public Instant windowEnd(Duration lookWindow) {
    return sentAt.plus(lookWindow);
  }
}
