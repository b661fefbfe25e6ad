package dev.kaitsu.crash.world;

import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.SimAssignment;
import dev.kaitsu.model.SimDetails;
import dev.kaitsu.port.out.SimOrders;
import java.util.Optional;

/** What Salesforce says about SIMs, at the other end of a wire. */
record WiredSimOrders(SimOrders orders, Wire wire) implements SimOrders {
  @Override
  public Optional<SimDetails> details(OrderId order) {
    return wire.carry(Call.SIM_DETAILS, () -> orders.details(order));
  }

  @Override
  public void assign(SimAssignment assignment) {
    wire.carry(
        Call.SIM_ASSIGN,
        () -> {
          orders.assign(assignment);
          return assignment;
        });
  }
}
