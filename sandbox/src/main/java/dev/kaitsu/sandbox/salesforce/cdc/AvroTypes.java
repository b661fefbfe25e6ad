package dev.kaitsu.sandbox.salesforce.cdc;

import dev.kaitsu.sandbox.salesforce.store.FieldType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;

/** How field types and values travel in events: no logical types, dates as UTC midnight. */
final class AvroTypes {
  static final String NAMESPACE = "com.sforce.eventbus";

  private AvroTypes() {}

  static Schema of(FieldType type) {
    return switch (type) {
      case NUMBER, CURRENCY -> Schema.create(Schema.Type.DOUBLE);
      case CHECKBOX -> Schema.create(Schema.Type.BOOLEAN);
      case DATE, DATETIME -> Schema.create(Schema.Type.LONG);
      default -> Schema.create(Schema.Type.STRING);
    };
  }

  static Schema nullable(Schema schema) {
    return Schema.createUnion(Schema.create(Schema.Type.NULL), schema);
  }

  static Object valueOf(Object value) {
    if (value instanceof Instant instant) {
      return instant.toEpochMilli();
    }
    return value instanceof LocalDate date
        ? date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()
        : value;
  }

  static SchemaBuilder.FieldAssembler<Schema> record(String name) {
    return SchemaBuilder.record(name).namespace(NAMESPACE).fields();
  }
}
