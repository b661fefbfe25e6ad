package dev.kaitsu.sandbox.salesforce.cdc;

import dev.kaitsu.sandbox.salesforce.store.FieldType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** A platform event definition: its API name and custom fields, and the Avro schema they make. */
public final class PlatformEvent {
  private final String name;
  private final Map<String, FieldType> fields;
  private final Schema schema;

  /**
   * @param name API name, ending in {@code __e}
   * @param fields custom fields in order
   */
  public PlatformEvent(String name, Map<String, FieldType> fields) {
    this.name = name;
    this.fields = new LinkedHashMap<>(fields);
    var assembler =
        AvroTypes.record(name).requiredLong("CreatedDate").requiredString("CreatedById");
    for (var field : this.fields.entrySet()) {
      assembler
          .name(field.getKey())
          .type(AvroTypes.nullable(AvroTypes.of(field.getValue())))
          .withDefault(null);
    }
    this.schema = assembler.endRecord();
  }

  /** The event by which the approval Flow asks for provisioning, under one of its two names. */
  public static PlatformEvent provisioning(String name) {
    var fields = new LinkedHashMap<String, FieldType>();
    fields.put("OrderId__c", FieldType.TEXT);
    fields.put("IdemKey__c", FieldType.TEXT);
    fields.put("CorrelationId__c", FieldType.TEXT);
    fields.put("RequestedBy__c", FieldType.TEXT);
    fields.put("Version__c", FieldType.NUMBER);
    return new PlatformEvent(name, fields);
  }

  public String name() {
    return name;
  }

  public String topic() {
    return "/event/" + name;
  }

  public Map<String, FieldType> fields() {
    return Map.copyOf(fields);
  }

  public Schema schema() {
    return schema;
  }

  /** One event; fields not given are null. */
  public GenericRecord event(Instant created, String userId, Map<String, Object> values) {
    var event = new GenericData.Record(schema);
    event.put("CreatedDate", created.toEpochMilli());
    event.put("CreatedById", userId);
    values.forEach(event::put);
    return event;
  }
}
