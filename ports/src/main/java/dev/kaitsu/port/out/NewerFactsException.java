package dev.kaitsu.port.out;

import dev.kaitsu.model.OrderId;

/**
 * The ledger holds facts that a newer version of Kaitsu wrote about the order. They may say that it
 * was billed, so only a node of that version may go on with it; nothing is wrong with the order.
 */
public final class NewerFactsException extends StoreException {
  public NewerFactsException(OrderId order, String what, Throwable cause) {
    super(
        "order %s has facts of a newer version of Kaitsu (%s); a node of that version must go on with it"
            .formatted(order, what),
        cause);
  }
}
