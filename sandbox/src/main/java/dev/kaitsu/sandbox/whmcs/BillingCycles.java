package dev.kaitsu.sandbox.whmcs;

import java.util.Map;

/** How answers spell the cycles that AddOrder takes. */
final class BillingCycles {
  private static final Map<String, String> SHOWN =
      Map.of(
          "free", "Free Account",
          "onetime", "One-Time",
          "monthly", "Monthly",
          "quarterly", "Quarterly",
          "semiannually", "Semi-Annually",
          "annually", "Annually",
          "biennially", "Biennially",
          "triennially", "Triennially");

  private BillingCycles() {}

  static String shown(String cycle) {
    return SHOWN.getOrDefault(cycle, cycle);
  }
}
