package dev.kaitsu.port.out;

import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.OrderItemId;

/** Tells whoever caches orders for customers that one has changed. Expendable: no call throws. */
public interface OrderChanges {
  void announce(OrderId order);

  /** An item of an order has changed; of which one, its event did not say. */
  default void announceItem(OrderItemId item) {}
}
