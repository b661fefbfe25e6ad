package dev.kaitsu.adapter.salesforce.stream;

import org.apache.avro.generic.GenericRecord;

/** Understands the events of one kind of channel. */
interface EventReader {
  /**
   * Says in our words what an event says.
   *
   * @throws UnreadableEventException if it says nothing understandable
   */
  Reading read(Arrival arrival, GenericRecord event);
}
