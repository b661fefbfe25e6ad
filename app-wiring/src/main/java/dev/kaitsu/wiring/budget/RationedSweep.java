package dev.kaitsu.wiring.budget;

import dev.kaitsu.port.in.OrderSweep;

/** Regular sweeps, left out for the most part while calls are kept for orders. */
public final class RationedSweep implements OrderSweep {
  private final OrderSweep sweep;
  private final Ration ration;
  private final Runnable shed;

  /**
   * Rations a sweep.
   *
   * @param shed is told of each sweep left out
   */
  public RationedSweep(OrderSweep sweep, ApiBudget budget, Runnable shed) {
    this.sweep = sweep;
    this.ration = new Ration(budget);
    this.shed = shed;
  }

  @Override
  public int sweep() {
    if (ration.granted()) {
      return sweep.sweep();
    }
    shed.run();
    return 0;
  }
}
