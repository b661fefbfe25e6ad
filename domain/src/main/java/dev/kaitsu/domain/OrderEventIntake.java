package dev.kaitsu.domain;

import dev.kaitsu.domain.setting.FulfillmentPorts;
import dev.kaitsu.model.EventBatch;
import dev.kaitsu.model.Hint;
import dev.kaitsu.model.HintSource;
import dev.kaitsu.model.Order;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.OrderStatuses;
import dev.kaitsu.model.Receipt;
import dev.kaitsu.model.Receipt.ReceivedHint;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.model.StreamEvent.ItemsChanged;
import dev.kaitsu.model.StreamEvent.OrdersChanged;
import dev.kaitsu.model.StreamEvent.OrdersUnclear;
import dev.kaitsu.model.StreamEvent.ProvisionRequested;
import dev.kaitsu.model.StreamEvent.Undecodable;
import dev.kaitsu.port.in.EventIntake;
import dev.kaitsu.port.out.CursorMirror;
import dev.kaitsu.port.out.FulfillmentListener;
import dev.kaitsu.port.out.OrderChanges;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns events into hints. An event's own values may only rule an order out: whether it is
 * fulfilled is decided later, from the order itself.
 */
public final class OrderEventIntake implements EventIntake {
  private final FulfillmentPorts ports;
  private final CursorMirror mirror;
  private final OrderChanges changes;

  @Inject
  public OrderEventIntake(FulfillmentPorts ports, CursorMirror mirror, OrderChanges changes) {
    this.ports = ports;
    this.mirror = mirror;
    this.changes = changes;
  }

  @Override
  public void take(EventBatch batch) {
    List<ReceivedHint> hints = new ArrayList<>();
    for (StreamEvent event : batch.events()) {
      for (Hint hint : hintsOf(event)) {
        hints.add(new ReceivedHint(event.key(), hint));
      }
    }
    var fresh = ports.inbox().receive(new Receipt(batch, hints));
    mirror.save(batch.topic(), batch.cursor());
    for (StreamEvent event : batch.events()) {
      if (fresh.contains(event.key())) {
        announce(batch.topic(), event);
      } else {
        ports.listener().eventRepeated(batch.topic(), event.key());
      }
    }
  }

  private static List<Hint> hintsOf(StreamEvent event) {
    if (event instanceof ProvisionRequested requested) {
      return List.of(hintOf(requested));
    }
    if (event instanceof OrdersUnclear unclear) {
      return hintsAt(unclear.orders(), HintSource.GAP_EVENT);
    }
    if (event instanceof OrdersChanged changed && mayAskForFulfillment(changed)) {
      return hintsAt(changed.orders(), HintSource.CHANGE_EVENT);
    }
    return List.of();
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

  private static Hint hintOf(ProvisionRequested event) {
    return event
        .correlation()
        .map(id -> new Hint(event.order(), HintSource.PLATFORM_EVENT, id))
        .orElseGet(() -> Hint.of(event.order(), HintSource.PLATFORM_EVENT));
  }

  private static List<Hint> hintsAt(List<OrderId> orders, HintSource source) {
    return orders.stream().map(order -> Hint.of(order, source)).toList();
  }

  private void announce(String topic, StreamEvent event) {
    FulfillmentListener listener = ports.listener();
    if (event instanceof ProvisionRequested requested) {
      listener.eventHinted(hintOf(requested), requested.createdAt());
    } else if (event instanceof OrdersUnclear unclear) {
      hintsOf(event).forEach(hint -> listener.eventHinted(hint, unclear.committedAt()));
    } else if (event instanceof OrdersChanged changed) {
      hintsOf(event).forEach(hint -> listener.eventHinted(hint, changed.committedAt()));
      if (changed.customerFacing()) {
        changed.orders().forEach(this::tellCustomers);
      }
    } else if (event instanceof ItemsChanged items) {
      items
          .order()
          .ifPresentOrElse(this::tellCustomers, () -> items.items().forEach(changes::announceItem));
    } else if (event instanceof Undecodable parked) {
      listener.eventParked(topic, parked.schemaId(), parked.reason());
    }
  }

  private void tellCustomers(OrderId order) {
    ports.listener().customerFacingChange(order);
    changes.announce(order);
  }
}
