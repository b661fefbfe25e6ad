package dev.kaitsu.sandbox.salesforce.cdc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.sandbox.salesforce.store.FieldType;
import dev.kaitsu.sandbox.salesforce.store.PortalOrg;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Events have the vendor's schemas")
class EventSchemasTest {

  @Test
  @DisplayName("a platform event is encoded to the very bytes of the captured one")
  void platformEvent() throws Exception {
    var fields = new LinkedHashMap<String, FieldType>();
    for (var name : List.of("OrderId__c", "IdemKey__c", "CorrelationId__c")) {
      fields.put(name, FieldType.TEXT);
    }
    fields.put("Version__c", FieldType.NUMBER);
    var definition = new PlatformEvent("OrderProvisionRequested__e", fields);

    assertThat(schemaId(definition.schema())).isEqualTo("-d7zwy2mRsRbdTIZ8qUfsg");
    assertThat(
            encoded(
                definition.event(
                    Instant.ofEpochMilli(1_771_300_995_123L),
                    "005xx0000000001AAA",
                    Map.of(
                        "OrderId__c", "8015g00000AbCdEAAV",
                        "CorrelationId__c", "c-1",
                        "Version__c", 1.0))))
        .isEqualTo(
            "e680a29c8d67243030357878303030303030303030314141410224383031356730303030304162"
                + "436445414156000206632d3102000000000000f03f");
  }

  @Test
  @DisplayName("a change event header has the vendor's fields, in order, as field 0")
  void header() throws Exception {
    var body =
        List.of(
            new Schema.Field(ChangeEventHeader.FIELD, ChangeEventHeader.SCHEMA),
            text("AccountId"),
            text("Status"),
            new Schema.Field("BillingAddress", AvroTypes.nullable(illustratedAddress())),
            new Schema.Field(
                "LastModifiedDate", AvroTypes.nullable(Schema.create(Schema.Type.LONG))),
            text("LastModifiedById"),
            text("Activation_Status__c"),
            text("Activation_Error_Code__c"),
            text("WHMCS_Order_ID__c"));
    var schema = Schema.createRecord("OrderChangeEvent", null, AvroTypes.NAMESPACE, false, body);

    assertThat(schemaId(schema)).isEqualTo("S43YwP95Zk_wZDxP9K_30g");
  }

  @Test
  @DisplayName("Order has more than 64 fields, so its bitmaps outgrow a long")
  void order() {
    var schema = new ChangeEventSchema(PortalOrg.schema().object("Order").orElseThrow()).schema();

    assertThat(schema.getFullName()).isEqualTo("com.sforce.eventbus.OrderChangeEvent");
    assertThat(schema.getFields()).hasSizeGreaterThan(64);
    assertThat(schema.getField("Activation_Status__c").pos()).isGreaterThan(63);
    assertThat(schema.getField("SystemModstamp")).isNull();
    assertThat(schema.getField("IsDeleted")).isNull();
    assertThat(schema.getField("BillingCity")).isNull();
    assertThat(schema.getField("BillingAddress").schema().getTypes().get(1))
        .isEqualTo(illustratedAddress());
    assertThat(new Schema.Parser().parse(schema.toString())).isEqualTo(schema);
  }

  private static Schema.Field text(String name) {
    return new Schema.Field(name, AvroTypes.nullable(Schema.create(Schema.Type.STRING)));
  }

  private static Schema illustratedAddress() {
    var fields = new LinkedHashMap<String, Schema.Type>();
    for (var name : List.of("Street", "City", "State", "PostalCode", "Country")) {
      fields.put(name, Schema.Type.STRING);
    }
    fields.put("Latitude", Schema.Type.DOUBLE);
    fields.put("Longitude", Schema.Type.DOUBLE);
    fields.put("GeocodeAccuracy", Schema.Type.STRING);
    return Schema.createRecord(
        "Address",
        null,
        AvroTypes.NAMESPACE,
        false,
        fields.entrySet().stream()
            .map(
                f ->
                    new Schema.Field(
                        f.getKey(),
                        AvroTypes.nullable(Schema.create(f.getValue())),
                        null,
                        Schema.Field.NULL_DEFAULT_VALUE))
            .toList());
  }

  private static String schemaId(Schema schema) throws NoSuchAlgorithmException {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(SchemaNormalization.parsingFingerprint("MD5", schema));
  }

  private static String encoded(GenericRecord event) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<>(event.getSchema(), GenericData.get()).write(event, encoder);
    encoder.flush();
    return HexFormat.of().formatHex(bytes.toByteArray());
  }
}
