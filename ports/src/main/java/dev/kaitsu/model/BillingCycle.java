package dev.kaitsu.model;

import java.util.Locale;
import java.util.Optional;

/** How often a billed product is paid for, in the billing system's own request spelling. */
public enum BillingCycle {
  FREE,
  ONETIME,
  MONTHLY,
  QUARTERLY,
  SEMIANNUALLY,
  ANNUALLY,
  BIENNIALLY,
  TRIENNIALLY;

  /** The spelling sent to the billing system. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads any usual spelling: case, spaces and hyphens do not matter; {@code Free Account} is free.
   */
  public static Optional<BillingCycle> parse(String text) {
    var plain = text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
    for (BillingCycle cycle : values()) {
      if (cycle.name().equals(plain)) {
        return Optional.of(cycle);
      }
    }
    return plain.equals("FREEACCOUNT") ? Optional.of(FREE) : Optional.empty();
  }
}
