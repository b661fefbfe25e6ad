package dev.kaitsu.adapter.salesforce.stream;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/**
 * A change event of an order, as Salesforce would build it; every method changes and returns it.
 */
final class AChange {
  static final String ID = "8015g00000AbCdEAAV";

  private final Schema schema;
  private final GenericRecord event;
  private final GenericRecord header;
  private BigInteger changed = BigInteger.ZERO;
  private BigInteger nulled = BigInteger.ZERO;
  private final List<String> changedParts = new ArrayList<>();

  private AChange(Schema schema, String type) {
    this.schema = schema;
    this.event = new GenericData.Record(schema);
    var headerSchema = schema.getField("ChangeEventHeader").schema();
    this.header = new GenericData.Record(headerSchema);
    header.put("entityName", "Order");
    header.put("recordIds", List.of(ID));
    header.put(
        "changeType",
        new GenericData.EnumSymbol(headerSchema.getField("changeType").schema(), type));
    header.put("changeOrigin", "");
    header.put("transactionKey", "tx-1");
    header.put("sequenceNumber", 1);
    header.put("commitTimestamp", 1771300995000L);
    header.put("commitNumber", 12279648331300L);
    header.put("commitUser", "005xx0000000001AAA");
    header.put("diffFields", List.of());
  }

  static AChange of(String type) {
    return new AChange(SampleEvents.ORDER_CHANGED, type);
  }

  /** An UPDATE of an order that has so many more fields, all of them before those we look at. */
  static AChange updateOfWideOrder(int moreFields) {
    var fields = new ArrayList<Schema.Field>();
    var narrow = SampleEvents.ORDER_CHANGED.getFields();
    fields.add(new Schema.Field(narrow.get(0), narrow.get(0).schema()));
    for (int i = 0; i < moreFields; i++) {
      fields.add(
          new Schema.Field("Field%d__c".formatted(i), SchemaBuilder.nullable().stringType()));
    }
    narrow.subList(1, narrow.size()).forEach(f -> fields.add(new Schema.Field(f, f.schema())));
    return new AChange(
        Schema.createRecord("OrderChangeEvent", null, "com.sforce.eventbus", false, fields),
        "UPDATE");
  }

  /** An UPDATE in a schema whose fields, those of its header too, stand the other way round. */
  static AChange updateWithFieldsReversed() {
    var header = reversed(SampleEvents.ORDER_CHANGED.getField("ChangeEventHeader").schema());
    var fields = new ArrayList<Schema.Field>();
    fields.add(new Schema.Field("ChangeEventHeader", header));
    var body = new ArrayList<>(SampleEvents.ORDER_CHANGED.getFields());
    Collections.reverse(body);
    body.subList(0, body.size() - 1).forEach(f -> fields.add(new Schema.Field(f, f.schema())));
    return new AChange(
        Schema.createRecord("OrderChangeEvent", null, "com.sforce.eventbus", false, fields),
        "UPDATE");
  }

  private static Schema reversed(Schema record) {
    var fields = new ArrayList<Schema.Field>();
    record.getFields().forEach(f -> fields.add(0, new Schema.Field(f, f.schema())));
    return Schema.createRecord(
        record.getName(), null, record.getNamespace(), false, List.copyOf(fields));
  }

  Schema schema() {
    return schema;
  }

  AChange about(String... ids) {
    header.put("recordIds", List.of(ids));
    return this;
  }

  AChange ofEntity(String name) {
    header.put("entityName", name);
    return this;
  }

  AChange inTransaction(String key, int sequence) {
    header.put("transactionKey", key);
    header.put("sequenceNumber", sequence);
    return this;
  }

  /** Gives the field a value without marking it as changed. */
  AChange carrying(String field, Object value) {
    event.put(field, value);
    return this;
  }

  AChange changing(String field, Object value) {
    changed = changed.setBit(schema.getField(field).pos());
    return carrying(field, value);
  }

  AChange nulling(String field) {
    changed = changed.setBit(schema.getField(field).pos());
    nulled = nulled.setBit(schema.getField(field).pos());
    return this;
  }

  AChange changingPart(String parent, int part) {
    changedParts.add(
        "%d-0x%s".formatted(schema.getField(parent).pos(), hex(BigInteger.ONE.shiftLeft(part))));
    return this;
  }

  GenericRecord build() {
    List<String> bitmaps = new ArrayList<>(changedParts);
    if (changed.signum() > 0) {
      bitmaps.add(0, "0x" + hex(changed));
    }
    header.put("changedFields", bitmaps);
    header.put("nulledFields", nulled.signum() > 0 ? List.of("0x" + hex(nulled)) : List.of());
    event.put("ChangeEventHeader", header);
    return event;
  }

  private static String hex(BigInteger bits) {
    var digits = bits.toString(16).toUpperCase(java.util.Locale.ROOT);
    return digits.length() % 2 == 0 ? digits : "0" + digits;
  }
}
