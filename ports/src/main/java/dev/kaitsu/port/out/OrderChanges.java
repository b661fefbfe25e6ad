package dev.kaitsu.port.out;

import dev.kaitsu.model.OrderId;

/** Tells whoever caches orders for customers that one has changed. Expendable: no call throws. */
public interface OrderChanges {
  void announce(OrderId order);
}
