package dev.kaitsu.adapter.salesforce.stream;

import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.OrderItemId;
import dev.kaitsu.model.StreamEvent;
import dev.kaitsu.model.StreamEvent.Irrelevant;
import dev.kaitsu.model.StreamEvent.ItemsChanged;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;

/**
 * Change Data Capture of order items: never more than that a customer sees something else. Events
 * without content count as if everything had changed; none needs a sweep.
 */
final class ItemChanges {
  private static final Set<String> CUSTOMER_FACING =
      Set.of("Quantity", "UnitPrice", "Description", "Product2Id", "Billing_Cycle__c");

  private final InstantSource clock;

  ItemChanges(InstantSource clock) {
    this.clock = clock;
  }

  StreamEvent read(ChangeHeader header, Arrival arrival, GenericRecord event) {
    var key = header.key(arrival);
    var items = header.records(OrderItemId::new);
    boolean internal =
        header.changeType().equals("UPDATE")
            && Collections.disjoint(header.changed(), CUSTOMER_FACING);
    return items.isEmpty() || internal
        ? new Irrelevant(key, arrival.replayId())
        : new ItemsChanged(
            key,
            arrival.replayId(),
            header.committedAt().orElseGet(clock::instant),
            items,
            order(event));
  }

  private static Optional<OrderId> order(GenericRecord event) {
    return EventFields.text(event, "OrderId").flatMap(ItemChanges::orderId);
  }

  private static Optional<OrderId> orderId(String text) {
    try {
      return Optional.of(new OrderId(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
