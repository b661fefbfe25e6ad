package dev.kaitsu.adapter.salesforce.stream;

import dev.kaitsu.model.CorrelationId;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.StreamEvent.ProvisionRequested;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;

/** The Platform Event that asks for an order to be provisioned, under either of its names. */
final class ProvisionEvents implements EventReader {
  private static final String ORDER_ID = "OrderId__c";

  private final InstantSource clock;

  ProvisionEvents(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Reading read(Arrival arrival, GenericRecord event) {
    var created = EventFields.time(event, "CreatedDate").orElseGet(clock::instant);
    return Reading.of(
        new ProvisionRequested(
            arrival.key(), arrival.replayId(), created, order(event), correlation(event)));
  }

  private static OrderId order(GenericRecord event) {
    var id = EventFields.text(event, ORDER_ID).map(String::strip).orElse("");
    if (id.isEmpty()) {
      throw new UnreadableEventException(
          "%s names no order: its %s is missing or empty"
              .formatted(event.getSchema().getName(), ORDER_ID));
    }
    try {
      return new OrderId(id);
    } catch (IllegalArgumentException e) {
      // Without the text itself: nobody knows what was put there.
      throw new UnreadableEventException(
          "%s names no order: its %s (%d characters) is no record id of 15 or 18 characters"
              .formatted(event.getSchema().getName(), ORDER_ID, id.length()),
          e);
    }
  }

  private static Optional<CorrelationId> correlation(GenericRecord event) {
    return EventFields.text(event, "CorrelationId__c")
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(CorrelationId::new);
  }
}
