package dev.kaitsu.domain.setting;

import dev.kaitsu.port.out.Billing;
import dev.kaitsu.port.out.CustomerDirectory;
import dev.kaitsu.port.out.FulfillmentListener;
import dev.kaitsu.port.out.Holds;
import dev.kaitsu.port.out.Inbox;
import dev.kaitsu.port.out.Ledger;
import dev.kaitsu.port.out.Orders;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Everything fulfillment asks of the world.
 *
 * @param sims empty where SIMs are not activated: SIM orders then fail before they have any effect
 */
public record FulfillmentPorts(
    Orders orders,
    Billing billing,
    CustomerDirectory customers,
    Ledger ledger,
    Inbox inbox,
    Holds holds,
    Optional<SimPorts> sims,
    FulfillmentListener listener) {
  @Inject
  public FulfillmentPorts {}
}
