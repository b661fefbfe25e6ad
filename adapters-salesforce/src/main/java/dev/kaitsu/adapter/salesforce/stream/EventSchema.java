package dev.kaitsu.adapter.salesforce.stream;

import com.google.protobuf.ByteString;
import java.io.IOException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;

/** The schema an event was written with: the only one it can be read with. */
final class EventSchema {
  private final Schema schema;
  private final GenericDatumReader<GenericRecord> reader;

  private EventSchema(Schema schema) {
    this.schema = schema;
    this.reader = new GenericDatumReader<>(schema); // making one costs more than reading an event
  }

  /** Reads a schema as the service gives it. */
  static EventSchema parse(String json) {
    try {
      var schema =
          new Schema.Parser(NameValidator.NO_VALIDATION).setValidateDefaults(false).parse(json);
      if (schema.getType() != Schema.Type.RECORD) {
        throw new UnreadableEventException("its schema describes no record");
      }
      return new EventSchema(schema);
    } catch (SchemaParseException e) {
      throw new UnreadableEventException("its schema is no Avro schema", e);
    }
  }

  Schema schema() {
    return schema;
  }

  /** Reads a payload to its last byte: bytes left over mean that it was written otherwise. */
  synchronized GenericRecord read(ByteString payload) {
    var decoder = DecoderFactory.get().binaryDecoder(payload.toByteArray(), null);
    try {
      var event = reader.read(null, decoder);
      if (!decoder.isEnd()) {
        throw new UnreadableEventException(
            "its payload is longer than its schema %s allows".formatted(schema.getName()));
      }
      return event;
    } catch (UnreadableEventException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The reader's own texts may quote the payload.
      throw new UnreadableEventException(
          "its payload does not follow its schema %s (%s)"
              .formatted(schema.getName(), e.getClass().getSimpleName()),
          e);
    }
  }
}
