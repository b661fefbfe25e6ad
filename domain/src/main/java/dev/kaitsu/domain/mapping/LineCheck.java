package dev.kaitsu.domain.mapping;

import dev.kaitsu.model.BilledService;
import dev.kaitsu.model.BillingDraft;
import dev.kaitsu.model.BillingLine;
import dev.kaitsu.model.ProductId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Compares what was ordered with what the billing system made of it, by product and units. */
public final class LineCheck {
  private LineCheck() {}

  /** What differs, in one sentence; empty if nothing does. */
  public static Optional<String> difference(BillingDraft draft, List<BilledService> services) {
    var ordered = new TreeMap<Long, Integer>();
    for (BillingLine line : draft.lines()) {
      ordered.merge(line.product().value(), line.quantity(), Integer::sum);
    }
    var billed = new TreeMap<Long, Integer>();
    for (BilledService service : services) {
      ProductId product = service.product();
      billed.merge(product.value(), service.quantity(), Integer::sum);
    }
    return ordered.equals(billed)
        ? Optional.empty()
        : Optional.of("units by product: ordered %s, billed %s".formatted(ordered, billed));
  }
}
