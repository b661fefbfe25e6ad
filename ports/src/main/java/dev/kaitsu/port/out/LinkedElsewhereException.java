package dev.kaitsu.port.out;

import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.OrderId;
import java.util.Collection;

/**
 * A billing order that was to be linked to an order belongs to another one of ours already:
 * somebody would pay for another's order. A person must compare the two.
 */
public final class LinkedElsewhereException extends RuntimeException {
  public LinkedElsewhereException(OrderId order, Collection<BillingOrderId> billed) {
    super(
        "billing order %s belongs to another order already and is not linked to order %s"
            .formatted(billed, order));
  }
}
