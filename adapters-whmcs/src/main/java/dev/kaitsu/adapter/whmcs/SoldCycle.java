package dev.kaitsu.adapter.whmcs;

import dev.kaitsu.model.BillingCycle;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** In which cycle a product of the catalogue can be ordered. */
final class SoldCycle {
  private static final List<BillingCycle> RECURRING =
      List.of(
          BillingCycle.MONTHLY,
          BillingCycle.QUARTERLY,
          BillingCycle.SEMIANNUALLY,
          BillingCycle.ANNUALLY,
          BillingCycle.BIENNIALLY,
          BillingCycle.TRIENNIALLY);

  private SoldCycle() {}

  /** The shortest one; empty if it is not sold. A price below zero says that a cycle is not. */
  static Optional<BillingCycle> of(WireObject product) {
    var payType = product.text("paytype").flatMap(BillingCycle::parse);
    if (payType.isPresent()) {
      return payType; // free or onetime
    }
    return RECURRING.stream()
        .filter(
            cycle ->
                product.objectsIn("pricing").stream()
                    .flatMap(prices -> prices.text(cycle.wireName()).stream())
                    .anyMatch(SoldCycle::isPrice))
        .findFirst();
  }

  private static boolean isPrice(String text) {
    try {
      return new BigDecimal(text).signum() >= 0;
    } catch (NumberFormatException formatted) {
      return true; // money with its currency around it
    }
  }
}
