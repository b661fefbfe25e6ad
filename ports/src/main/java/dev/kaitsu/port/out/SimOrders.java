package dev.kaitsu.port.out;

import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.SimAssignment;
import dev.kaitsu.model.SimDetails;
import java.util.Optional;

/**
 * What fulfillment asks of Salesforce about the SIM of an order. All calls throw {@link
 * ExternalCallException}.
 */
public interface SimOrders {
  /** The SIM of the order as it is described now; empty if we are shown no such order. */
  Optional<SimDetails> details(OrderId order);

  /**
   * Says in the inventory whose the SIM card is. Repeating it changes nothing.
   *
   * @throws ExternalCallException refused, if Salesforce will not take it however often it is asked
   */
  void assign(SimAssignment assignment);
}
