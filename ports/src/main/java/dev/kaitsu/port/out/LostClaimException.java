package dev.kaitsu.port.out;

import dev.kaitsu.model.OrderId;

/** The order is worked on by somebody with a newer claim: stop quietly, write and send nothing. */
public final class LostClaimException extends RuntimeException {
  public LostClaimException(OrderId order) {
    super("order " + order + " was taken over");
  }
}
