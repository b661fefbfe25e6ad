package dev.kaitsu.domain;

import dev.kaitsu.domain.setting.FulfillmentPorts;
import dev.kaitsu.model.EventBatch;
import dev.kaitsu.model.Hint;
import dev.kaitsu.model.OrderId;
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

/** Takes events: each becomes durable once, with the hints it gives. */
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
      for (Hint hint : EventHints.of(event)) {
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

  private void announce(String topic, StreamEvent event) {
    FulfillmentListener listener = ports.listener();
    if (event instanceof ProvisionRequested requested) {
      listener.eventHinted(EventHints.of(requested), requested.createdAt());
    } else if (event instanceof OrdersUnclear unclear) {
      EventHints.of(event).forEach(hint -> listener.eventHinted(hint, unclear.committedAt()));
    } else if (event instanceof OrdersChanged changed) {
      EventHints.of(event).forEach(hint -> listener.eventHinted(hint, changed.committedAt()));
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
