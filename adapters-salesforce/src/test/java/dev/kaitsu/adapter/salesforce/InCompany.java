package dev.kaitsu.adapter.salesforce;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Order;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.Orders;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Reads and writes no order by a call of its own: another one is always along. */
final class InCompany implements Orders, AutoCloseable {
  private final Line line = new Line();
  private final SalesforceSession session;
  private final Orders orders;
  private final OrderId first;
  private final OrderId other;
  private Runnable script = () -> {};

  InCompany(EmulatedOrg org) {
    this.session = org.sessionWith(line);
    this.orders = new SalesforceOrders(session);
    this.first = new OrderId(org.data().order(org.account()).create());
    this.other = new OrderId(org.data().order(org.account()).create());
  }

  /** Runs before the next shared call. */
  void beforeTheNextCall(Runnable change) {
    script = change;
  }

  @Override
  public Optional<Order> find(OrderId id) {
    return shared(
        () -> orders.find(first), List.of(() -> orders.find(id), () -> orders.find(other)));
  }

  @Override
  public void write(WriteBack writeBack) {
    shared(
        () -> orders.write(failed(first)),
        List.of(() -> written(writeBack), () -> written(failed(other))));
  }

  @Override
  public List<OrderId> awaitingFulfillment() {
    return orders.awaitingFulfillment();
  }

  @Override
  public void clearError(OrderId id) {
    orders.clearError(id);
  }

  @Override
  public void close() {
    session.close();
  }

  private <T> T shared(Runnable alone, List<Callable<T>> together) {
    line.hold(alone);
    script.run();
    script = () -> {};
    var running = line.join(together);
    line.release();
    var failures = running.stream().map(Running::problem).toList();
    if (failures.get(0).orElse(null) instanceof ExternalCallException failure) {
      throw failure;
    }
    return running.get(0).result();
  }

  private boolean written(WriteBack writeBack) {
    orders.write(writeBack);
    return true;
  }

  private static WriteBack failed(OrderId id) {
    return new WriteBack.Failed(id, FailureCode.ETIMEOUT, "billing did not answer");
  }
}
