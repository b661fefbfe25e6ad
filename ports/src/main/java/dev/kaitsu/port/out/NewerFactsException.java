package dev.kaitsu.port.out;

import dev.kaitsu.model.OrderId;

/**
 * The store holds facts that a newer version of Kaitsu wrote about an order or a line. They may say
 * that somebody was billed, so only a node of that version may go on; nothing is wrong.
 */
public final class NewerFactsException extends StoreException {
  public NewerFactsException(OrderId order, String what, Throwable cause) {
    super(
        "order %s has facts of a newer version of Kaitsu (%s); a node of that version must go on with it"
            .formatted(order, what),
        cause);
  }

  /** Operations on a line have such facts. */
  public NewerFactsException(String what, Throwable cause) {
    super(
        "the store holds an operation or a fact of the kind %s that this program cannot read; run the newest version of Kaitsu"
            .formatted(what),
        cause);
  }
}
