package dev.kaitsu.domain.ledger;

import dev.kaitsu.model.sim.SimCall;
import dev.kaitsu.model.sim.SimIdentity;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Where the SIM of an order stands.
 *
 * @param sim the one that is, or may be, activated for this order
 * @param done the calls that took effect
 * @param lastDoneAt when the newest of them was recorded
 * @param doubt a call whose effect is unknown
 * @param attested the SIM of which a person says that it is live, and this order's
 * @param assigned whether the inventory says whose the SIM card is, or is given up on
 * @param labelled whether the services in billing carry the SIM, or are given up on
 */
public record SimFile(
    Optional<SimIdentity> sim,
    Set<SimCall> done,
    Optional<Instant> lastDoneAt,
    Optional<SimDoubt> doubt,
    Optional<SimIdentity> attested,
    boolean assigned,
    boolean labelled) {

  /** No call was ever sent. */
  public static final SimFile EMPTY =
      new SimFile(
          Optional.empty(),
          Set.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          false);

  public SimFile {
    done = Set.copyOf(done);
  }

  /** Whether every call that the SIM needs took effect. */
  public boolean isLive() {
    return sim.filter(each -> done.containsAll(each.kind().calls())).isPresent();
  }

  /** Whether the effect of an unanswered call is still being looked for. */
  public boolean searching() {
    return doubt.filter(open -> !open.lookedOut()).isPresent();
  }
}
