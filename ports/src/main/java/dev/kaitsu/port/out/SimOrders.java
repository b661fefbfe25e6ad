package dev.kaitsu.port.out;

import dev.kaitsu.model.AccountId;
import dev.kaitsu.model.OrderId;
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
   * @param card the record id of the SIM card
   * @throws ExternalCallException refused, if Salesforce will not take it however often it is asked
   */
  void assign(String card, OrderId order, Optional<AccountId> account);
}
