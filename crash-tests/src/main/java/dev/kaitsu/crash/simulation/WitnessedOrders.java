package dev.kaitsu.crash.simulation;

import dev.kaitsu.model.LedgerFact;
import dev.kaitsu.model.Order;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.port.out.Orders;
import dev.kaitsu.testkit.InMemoryLedger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Salesforce with a witness: a result of the same attempt is sent again only after the order was
 * read, and a Failed not at all if that read had to show an Activating set since the first sending.
 */
final class WitnessedOrders implements Orders {
  private record Sent(long attempt, boolean failed, Instant at) {}

  private final Orders orders;
  private final InMemoryLedger ledger;
  private final InstantSource clock;
  private final Map<OrderId, Instant> lastReadBegan = new HashMap<>();
  private final Map<OrderId, Instant> lastAskedAgain = new HashMap<>();
  private final Map<OrderId, Sent> lastSent = new HashMap<>();

  WitnessedOrders(Orders orders, InMemoryLedger ledger, InstantSource clock) {
    this.orders = orders;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** An operator has set Activating. */
  void askedAgain(OrderId order) {
    lastAskedAgain.put(order, clock.instant());
  }

  @Override
  public Optional<Order> find(OrderId id) {
    var began = clock.instant();
    var found = orders.find(id);
    lastReadBegan.merge(id, began, (one, other) -> one.isAfter(other) ? one : other);
    return found;
  }

  @Override
  public void write(WriteBack writeBack) {
    var order = writeBack.order();
    var now = new Sent(attemptsOf(order), writeBack instanceof WriteBack.Failed, clock.instant());
    var before = Optional.ofNullable(lastSent.put(order, now));
    before
        .filter(earlier -> earlier.attempt() == now.attempt() && earlier.failed() == now.failed())
        .ifPresent(earlier -> requireReadSince(earlier, now, order));
    orders.write(writeBack);
  }

  private void requireReadSince(Sent earlier, Sent now, OrderId order) {
    var read = Optional.ofNullable(lastReadBegan.get(order)).orElse(Instant.EPOCH);
    if (read.isBefore(earlier.at())) {
      throw new AssertionError("the result of order " + order + " is repeated without a read");
    }
    var asked = Optional.ofNullable(lastAskedAgain.get(order)).orElse(Instant.EPOCH);
    if (now.failed() && asked.isAfter(earlier.at()) && asked.isBefore(read)) {
      throw new AssertionError("Failed is repeated over a newer Activating of order " + order);
    }
  }

  private long attemptsOf(OrderId order) {
    return ledger.factsOf(order).stream()
        .filter(LedgerFact.AttemptStarted.class::isInstance)
        .count();
  }

  @Override
  public List<OrderId> awaitingFulfillment() {
    return orders.awaitingFulfillment();
  }

  @Override
  public void clearError(OrderId id) {
    orders.clearError(id);
  }
}
