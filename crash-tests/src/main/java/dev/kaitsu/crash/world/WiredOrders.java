package dev.kaitsu.crash.world;

import dev.kaitsu.model.Order;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.port.out.Orders;
import java.util.List;
import java.util.Optional;

/** Salesforce at the other end of a wire. */
record WiredOrders(Orders orders, Wire wire) implements Orders {
  @Override
  public Optional<Order> find(OrderId id) {
    return wire.carry(Call.FIND, () -> orders.find(id));
  }

  @Override
  public List<OrderId> awaitingFulfillment() {
    return wire.carry(Call.AWAITING, orders::awaitingFulfillment);
  }

  @Override
  public void clearError(OrderId id) {
    wire.carry(
        Call.CLEAR_ERROR,
        () -> {
          orders.clearError(id);
          return id;
        });
  }

  @Override
  public void write(WriteBack writeBack) {
    wire.carry(
        Call.WRITE_BACK,
        () -> {
          orders.write(writeBack);
          return writeBack;
        });
  }
}
