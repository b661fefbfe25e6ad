package dev.kaitsu.wiring.budget;

import java.util.concurrent.atomic.AtomicInteger;

/** Grants each use while there is plenty, and each tenth while calls are kept for orders. */
final class Ration {
  private static final int EACH = 10;

  private final ApiBudget budget;
  private final AtomicInteger refused = new AtomicInteger();

  Ration(ApiBudget budget) {
    this.budget = budget;
  }

  boolean granted() {
    if (!budget.isLow() || refused.incrementAndGet() == EACH) {
      refused.set(0);
      return true;
    }
    return false;
  }
}
