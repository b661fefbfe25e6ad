package dev.kaitsu.adapter.salesforce.stream;

import dev.kaitsu.adapter.salesforce.SalesforceFields;
import java.time.InstantSource;
import org.apache.avro.generic.GenericRecord;

/** Understands the events of one kind of channel. */
interface EventReader {
  static EventReader of(StreamTopic topic, SalesforceFields fields, InstantSource clock) {
    return switch (topic.kind()) {
      case PROVISION_EVENTS -> new ProvisionEvents(clock);
      case ORDER_CHANGES -> new ChangeEvents(fields, clock);
    };
  }

  /**
   * Says in our words what an event says.
   *
   * @throws UnreadableEventException if it says nothing understandable
   */
  Reading read(Arrival arrival, GenericRecord event);
}
