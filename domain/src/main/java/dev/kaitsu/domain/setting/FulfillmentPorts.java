package dev.kaitsu.domain.setting;

import dev.kaitsu.port.out.Billing;
import dev.kaitsu.port.out.CustomerDirectory;
import dev.kaitsu.port.out.FulfillmentListener;
import dev.kaitsu.port.out.Holds;
import dev.kaitsu.port.out.Inbox;
import dev.kaitsu.port.out.Ledger;
import dev.kaitsu.port.out.Orders;
import jakarta.inject.Inject;

/** Everything fulfillment asks of the world. */
public record FulfillmentPorts(
    Orders orders,
    Billing billing,
    CustomerDirectory customers,
    Ledger ledger,
    Inbox inbox,
    Holds holds,
    FulfillmentListener listener) {
  @Inject
  public FulfillmentPorts {}
}
