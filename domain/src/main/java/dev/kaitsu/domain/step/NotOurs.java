package dev.kaitsu.domain.step;

import dev.kaitsu.domain.ledger.CaseFile;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.port.out.Ledger;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Which billing orders cannot be what a lost call of an order made. */
public final class NotOurs {
  private NotOurs() {}

  /** Those that belong to other orders of ours, and those of which a person said so. */
  public static Set<BillingOrderId> among(
      Collection<BillingOrderId> seen, OrderId order, CaseFile file, Ledger ledger) {
    var others = new HashSet<>(ledger.linkedToOthers(order, seen));
    seen.stream().filter(file.disowned()::contains).forEach(others::add);
    return others;
  }
}
