package dev.kaitsu.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A complete look at the orders of one client: all pages, all places where a marker may be, nothing
 * left out.
 *
 * @param orders every order of the client, by growing id
 */
public record BillingLook(List<SeenOrder> orders) {

  public BillingLook {
    orders = orders.stream().sorted(Comparator.comparing(SeenOrder::id)).toList();
  }

  /** The orders with the marker, the lowest id first. */
  public List<SeenOrder> marked() {
    return orders.stream().filter(SeenOrder::marked).toList();
  }

  /** The highest order id of the client; empty if it has no order. */
  public Optional<BillingOrderId> highest() {
    return orders.isEmpty() ? Optional.empty() : Optional.of(orders.get(orders.size() - 1).id());
  }

  /** The orders above an id; all of them if there was none before. */
  public List<SeenOrder> newerThan(Optional<BillingOrderId> highWater) {
    return orders.stream()
        .filter(order -> highWater.map(mark -> order.id().compareTo(mark) > 0).orElse(true))
        .toList();
  }
}
