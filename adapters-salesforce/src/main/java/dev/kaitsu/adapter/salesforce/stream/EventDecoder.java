package dev.kaitsu.adapter.salesforce.stream;

import dev.kaitsu.model.Payload;
import dev.kaitsu.model.StreamEvent.Undecodable;
import org.apache.avro.AvroRuntimeException;

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
      return reader.read(arrival, schemas.find(arrival.schemaId()).read(arrival.payload()));
    } catch (UnreadableEventException e) {
      return undecodable(arrival, String.valueOf(e.getMessage()));
    } catch (AvroRuntimeException | ClassCastException e) {
      return undecodable(arrival, "its fields have other types than expected");
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
