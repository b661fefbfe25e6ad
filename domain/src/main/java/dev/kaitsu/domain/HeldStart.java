package dev.kaitsu.domain;

import dev.kaitsu.domain.setting.Time;
import dev.kaitsu.model.Claim;
import dev.kaitsu.model.WorkOutcome.ComeBack;
import dev.kaitsu.port.out.Holds;
import java.time.Duration;
import java.util.Optional;

/** Lets orders that have not started wait for a system that is down. */
final class HeldStart {
  /** Only a net: whoever finds the system back pulls the order forward. */
  private static final Duration AT_LATEST = Duration.ofMinutes(5);

  private final Holds holds;
  private final Time time;

  HeldStart(Holds holds, Time time) {
    this.holds = holds;
    this.time = time;
  }

  /** How the order waits; empty if it may start. */
  Optional<ComeBack> of(Claim claim) {
    return holds
        .current()
        .filter(hold -> holds.enqueue(hold, claim.order()))
        .map(
            hold ->
                new ComeBack(
                    time.now().plus(AT_LATEST),
                    hold.back()
                        ? "%s is back, older orders start first".formatted(hold.system())
                        : "%s is down: %s".formatted(hold.system(), hold.reason())));
  }
}
