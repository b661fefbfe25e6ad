package dev.kaitsu.domain;

import dev.kaitsu.model.Hint;
import dev.kaitsu.model.HintSource;
import dev.kaitsu.model.Order;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.OrderStatuses;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.model.StreamEvent.OrdersChanged;
import dev.kaitsu.model.StreamEvent.OrdersUnclear;
import dev.kaitsu.model.StreamEvent.ProvisionRequested;
import java.util.List;

/**
 * Which orders an event says to look at. Its own values may only rule an order out: whether it is
 * fulfilled is decided later, from the order itself.
 */
final class EventHints {
  private EventHints() {}

  static List<Hint> of(StreamEvent event) {
    if (event instanceof ProvisionRequested requested) {
      return List.of(of(requested));
    }
    if (event instanceof OrdersUnclear unclear) {
      return at(unclear.orders(), HintSource.GAP_EVENT);
    }
    if (event instanceof OrdersChanged changed && mayAskForFulfillment(changed)) {
      return at(changed.orders(), HintSource.CHANGE_EVENT);
    }
    return List.of();
  }

  static Hint of(ProvisionRequested event) {
    return event
        .correlation()
        .map(id -> new Hint(event.order(), HintSource.PLATFORM_EVENT, id))
        .orElseGet(() -> Hint.of(event.order(), HintSource.PLATFORM_EVENT));
  }

  private static boolean mayAskForFulfillment(OrdersChanged changed) {
    boolean ruledOut =
        changed.activationStatus().filter(value -> !value.equals(Order.ACTIVATING)).isPresent()
            || changed.status().filter(value -> !OrderStatuses.approves(value)).isPresent();
    boolean concernsUs =
        changed.activationStatus().isPresent()
            || changed.status().isPresent()
            || changed.scheduleChanged();
    return concernsUs && !ruledOut;
  }

  private static List<Hint> at(List<OrderId> orders, HintSource source) {
    return orders.stream().map(order -> Hint.of(order, source)).toList();
  }
}
