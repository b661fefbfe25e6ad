package dev.kaitsu.adapter.salesforce.stream;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;

/** Events of the shapes the vendor sends. */
final class SampleEvents {
  static final Schema REQUESTED = requested();
  static final Schema ORDER_CHANGED = orderChanged();
  static final Schema ITEM_CHANGED = itemChanged();

  private SampleEvents() {}

  static GenericRecord requested(String orderId) {
    return new GenericRecordBuilder(REQUESTED)
        .set("CreatedDate", 1771300995123L)
        .set("CreatedById", "005xx0000000001AAA")
        .set("OrderId__c", orderId)
        .set("IdemKey__c", null)
        .set("CorrelationId__c", "c-1")
        .set("Version__c", 1.0)
        .build();
  }

  /** The same in a schema of its own. */
  static GenericRecord in(Schema schema, String orderId) {
    var event = new GenericData.Record(schema);
    requested(orderId)
        .getSchema()
        .getFields()
        .forEach(f -> event.put(f.name(), requested(orderId).get(f.name())));
    return event;
  }

  static GenericRecord orderChanged(String activationStatus) {
    var headerSchema = ORDER_CHANGED.getField("ChangeEventHeader").schema();
    var header =
        new GenericRecordBuilder(headerSchema)
            .set("entityName", "Order")
            .set("recordIds", List.of("8015g00000AbCdEAAV"))
            .set(
                "changeType",
                new GenericData.EnumSymbol(headerSchema.getField("changeType").schema(), "UPDATE"))
            .set("changeOrigin", "com/salesforce/api/rest/67.0;client=fulfil")
            .set("transactionKey", "00000000-1111-2222-3333-444444444444")
            .set("sequenceNumber", 1)
            .set("commitTimestamp", 1771300995000L)
            .set("commitNumber", 12279648331300L)
            .set("commitUser", "005xx0000000001AAA")
            .set("nulledFields", List.of("0x80"))
            .set("diffFields", List.of())
            .set("changedFields", List.of("0xD0", "3-0x0A"))
            .build();
    var address =
        new GenericRecordBuilder(
                ORDER_CHANGED.getField("BillingAddress").schema().getTypes().get(1))
            .set("City", "Tokyo")
            .set("PostalCode", "100-0001")
            .build();
    return new GenericRecordBuilder(ORDER_CHANGED)
        .set("ChangeEventHeader", header)
        .set("BillingAddress", address)
        .set("LastModifiedDate", 1771300995000L)
        .set("Activation_Status__c", activationStatus)
        .build();
  }

  /** As {@link #REQUESTED}, with one field more: what an administrator's change makes of it. */
  static Schema requestedWith(String newField) {
    return requestedFields().optionalString(newField).endRecord();
  }

  private static Schema requested() {
    return requestedFields().endRecord();
  }

  private static SchemaBuilder.FieldAssembler<Schema> requestedFields() {
    return SchemaBuilder.record("OrderProvisionRequested__e")
        .namespace("com.sforce.eventbus")
        .fields()
        .requiredLong("CreatedDate")
        .requiredString("CreatedById")
        .optionalString("OrderId__c")
        .optionalString("IdemKey__c")
        .optionalString("CorrelationId__c")
        .optionalDouble("Version__c");
  }

  private static Schema orderChanged() {
    var strings = SchemaBuilder.array().items().stringType();
    var header =
        SchemaBuilder.record("ChangeEventHeader")
            .namespace("com.sforce.eventbus")
            .fields()
            .requiredString("entityName")
            .name("recordIds")
            .type(strings)
            .noDefault()
            .name("changeType")
            .type()
            .enumeration("ChangeType")
            .symbols(
                "CREATE",
                "UPDATE",
                "DELETE",
                "UNDELETE",
                "GAP_CREATE",
                "GAP_UPDATE",
                "GAP_DELETE",
                "GAP_UNDELETE",
                "GAP_OVERFLOW",
                "SNAPSHOT")
            .noDefault()
            .requiredString("changeOrigin")
            .requiredString("transactionKey")
            .requiredInt("sequenceNumber")
            .requiredLong("commitTimestamp")
            .requiredLong("commitNumber")
            .requiredString("commitUser")
            .name("nulledFields")
            .type(strings)
            .noDefault()
            .name("diffFields")
            .type(strings)
            .noDefault()
            .name("changedFields")
            .type(strings)
            .noDefault()
            .endRecord();
    var address =
        SchemaBuilder.record("Address")
            .namespace("com.sforce.eventbus")
            .fields()
            .optionalString("Street")
            .optionalString("City")
            .optionalString("State")
            .optionalString("PostalCode")
            .optionalString("Country")
            .optionalDouble("Latitude")
            .optionalDouble("Longitude")
            .optionalString("GeocodeAccuracy")
            .endRecord();
    return SchemaBuilder.record("OrderChangeEvent")
        .namespace("com.sforce.eventbus")
        .fields()
        .name("ChangeEventHeader")
        .type(header)
        .noDefault()
        .optionalString("AccountId")
        .optionalString("Status")
        .name("BillingAddress")
        .type(Schema.createUnion(Schema.create(Schema.Type.NULL), address))
        .withDefault(null)
        .optionalLong("LastModifiedDate")
        .optionalString("LastModifiedById")
        .optionalString("Activation_Status__c")
        .optionalString("Activation_Error_Code__c")
        .optionalString("WHMCS_Order_ID__c")
        .endRecord();
  }

  private static Schema itemChanged() {
    return SchemaBuilder.record("OrderItemChangeEvent")
        .namespace("com.sforce.eventbus")
        .fields()
        .name("ChangeEventHeader")
        .type(ORDER_CHANGED.getField("ChangeEventHeader").schema())
        .noDefault()
        .optionalString("OrderId")
        .optionalString("Product2Id")
        .optionalDouble("Quantity")
        .optionalDouble("UnitPrice")
        .optionalString("Description")
        .optionalString("Billing_Cycle__c")
        .optionalString("WHMCS_Service_ID__c")
        .endRecord();
  }
}
