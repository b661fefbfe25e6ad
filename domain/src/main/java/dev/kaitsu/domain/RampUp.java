package dev.kaitsu.domain;

import dev.kaitsu.model.SystemHold;
import dev.kaitsu.port.in.HoldReview;
import dev.kaitsu.port.out.FulfillmentListener;
import dev.kaitsu.port.out.HealthProbe;
import dev.kaitsu.port.out.Holds;
import jakarta.inject.Inject;

/**
 * Brings a system that was down back into use gently, with the orders that waited longest first.
 */
public final class RampUp implements HoldReview {
  private static final int FIRST_ROUND = 4;
  private static final int MOST_DOUBLINGS = 7;

  private final Holds holds;
  private final HealthProbe probe;
  private final FulfillmentListener listener;

  /**
   * Sees after one system.
   *
   * @param probe asks whether the system is there, under the name it is held by
   */
  @Inject
  public RampUp(Holds holds, HealthProbe probe, FulfillmentListener listener) {
    this.holds = holds;
    this.probe = probe;
    this.listener = listener;
  }

  @Override
  public void review() {
    holds.current().filter(hold -> hold.system().equals(probe.name())).ifPresent(this::review);
  }

  private void review(SystemHold hold) {
    var problem = probe.problem();
    if (problem.isPresent()) {
      if (holds.down(hold.system(), problem.get())) {
        listener.systemDown(hold.system(), problem.get());
      }
      return;
    }
    if (!hold.back()) {
      holds.back(hold.system());
      listener.systemBack(hold);
    }
    int rounds = hold.back() ? hold.rounds() : 0;
    int started = holds.startNext(hold.system(), FIRST_ROUND << Math.min(rounds, MOST_DOUBLINGS));
    if (started == 0) {
      holds.lift(hold.system());
    }
  }
}
