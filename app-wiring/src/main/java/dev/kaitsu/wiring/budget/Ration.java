package dev.kaitsu.wiring.budget;

import java.util.concurrent.atomic.AtomicInteger;

/** Grants each use while there is plenty, and each tenth while calls are kept for orders. */
public final class Ration {
  private static final int EACH = 10;

  private final ApiBudget budget;
  private final AtomicInteger refused = new AtomicInteger();

  public Ration(ApiBudget budget) {
    this.budget = budget;
  }

  /** Asks for one use. */
  public boolean granted() {
    if (!budget.isLow() || refused.incrementAndGet() == EACH) {
      refused.set(0);
      return true;
    }
    return false;
  }
}
