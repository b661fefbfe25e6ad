package dev.kaitsu.adapter.salesforce.stream;

import dev.kaitsu.model.Payload;
import dev.kaitsu.model.StreamEvent.Undecodable;
import org.apache.avro.generic.GenericRecord;

/** Turns what came off the wire into our words, with each event's own schema. */
final class EventDecoder {
  private final Schemas schemas;
  private final EventReader reader;

  EventDecoder(Schemas schemas, EventReader reader) {
    this.schemas = schemas;
    this.reader = reader;
  }

  /**
   * Decodes an event; one that can never be decoded is kept with its bytes.
   *
   * @throws SchemaCallException if its schema cannot be had now
   */
  Reading decode(Arrival arrival) {
    try {
      return read(arrival, schemas.find(arrival.schemaId()).read(arrival.payload()));
    } catch (UnreadableEventException e) {
      return undecodable(arrival, String.valueOf(e.getMessage()));
    }
  }

  /** Whatever an event's values make of our own code, they make it again at every try. */
  private Reading read(Arrival arrival, GenericRecord event) {
    try {
      return reader.read(arrival, event);
    } catch (UnreadableEventException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new UnreadableEventException("its fields have other types or values than expected", e);
    }
  }

  private static Reading undecodable(Arrival arrival, String reason) {
    return Reading.of(
        new Undecodable(
            arrival.key(),
            arrival.replayId(),
            arrival.schemaId().isBlank() ? "" : Arrival.key(arrival.schemaId()),
            new Payload(arrival.payload().toByteArray()),
            reason));
  }
}
