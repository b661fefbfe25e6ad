package dev.kaitsu.port.out;

import dev.kaitsu.model.Order;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.WriteBack;
import java.util.List;
import java.util.Optional;

/**
 * What fulfillment asks of Salesforce. All calls throw {@link ExternalCallException} on failure.
 */
public interface Orders {
  /** Reads an order with its lines and products as they are now; empty if we are shown none. */
  Optional<Order> find(OrderId id);

  /** Every order that waits for fulfillment: activating, approved, not billed. Ids only. */
  List<OrderId> awaitingFulfillment();

  /** Clears the error fields that an earlier attempt left. Repeating it is harmless. */
  void clearError(OrderId id);

  /**
   * Writes a result, all of it once this returns. Repeating the same one changes nothing more, but
   * may overwrite what somebody else wrote in between: read before a repeat.
   *
   * @throws ExternalCallException refused, if some of the data is rejected for good, while the rest
   *     may be in place; unavailable or unknown, if it is to be tried again
   */
  void write(WriteBack writeBack);
}
