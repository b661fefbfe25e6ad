package dev.kaitsu.sandbox.salesforce.cdc;

import dev.kaitsu.sandbox.salesforce.store.Field;
import dev.kaitsu.sandbox.salesforce.store.FieldType;
import dev.kaitsu.sandbox.salesforce.store.SObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * The change event schema of an object: the header, then every field but the ones change events
 * never carry; address components live in a nested record.
 */
final class ChangeEventSchema {
  private static final Set<String> NEVER_CARRIED = Set.of("Id", "IsDeleted", "SystemModstamp");

  /** Where a field stands in the schema: its position, and for a component that in the compound. */
  record Slot(Field field, int position, int component) {
    boolean isNested() {
      return component >= 0;
    }
  }

  private final String topic;
  private final Schema schema;
  private final List<Slot> slots = new ArrayList<>();

  ChangeEventSchema(SObjectType type) {
    this.topic = "/data/" + type.name() + "ChangeEvent";
    var body = new ArrayList<Schema.Field>();
    body.add(
        new Schema.Field(
            ChangeEventHeader.FIELD, ChangeEventHeader.SCHEMA, "Data:ComplexValueType"));
    var address = address(type);
    for (var field : type.fields()) {
      if (NEVER_CARRIED.contains(field.name()) || field.component().isPresent()) {
        continue;
      }
      int position = body.size();
      boolean compound = field.type() == FieldType.ADDRESS;
      body.add(nullable(field.name(), compound ? address : AvroTypes.of(field.type())));
      if (compound) {
        var components = type.componentsOf(field.name());
        for (int i = 0; i < components.size(); i++) {
          slots.add(new Slot(components.get(i), position, i));
        }
      } else {
        slots.add(new Slot(field, position, -1));
      }
    }
    this.schema =
        Schema.createRecord(type.name() + "ChangeEvent", null, AvroTypes.NAMESPACE, false, body);
  }

  String topic() {
    return topic;
  }

  Schema schema() {
    return schema;
  }

  List<Slot> slots() {
    return slots;
  }

  /** All addresses have the same components, so one named type serves every address field. */
  private static Schema address(SObjectType type) {
    var components =
        type.fields().stream()
            .filter(field -> field.type() == FieldType.ADDRESS)
            .findFirst()
            .map(field -> type.componentsOf(field.name()))
            .orElse(List.of());
    var fields =
        components.stream()
            .map(c -> nullable(c.component().orElseThrow().name(), AvroTypes.of(c.type())))
            .toList();
    return Schema.createRecord("Address", null, AvroTypes.NAMESPACE, false, fields);
  }

  private static Schema.Field nullable(String name, Schema schema) {
    return new Schema.Field(
        name, AvroTypes.nullable(schema), null, Schema.Field.NULL_DEFAULT_VALUE);
  }
}
