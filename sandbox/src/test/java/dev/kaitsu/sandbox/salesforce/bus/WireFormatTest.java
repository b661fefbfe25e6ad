package dev.kaitsu.sandbox.salesforce.bus;

import static dev.kaitsu.sandbox.salesforce.bus.SampleEvents.ORDER_CHANGED;
import static dev.kaitsu.sandbox.salesforce.bus.SampleEvents.REQUESTED;
import static dev.kaitsu.sandbox.salesforce.bus.SampleEvents.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Schema ids and payloads are the vendor's, byte for byte")
class WireFormatTest {
  private final EventBus bus = new EventBus(new SettableClock(), 1);

  @Test
  @DisplayName("a platform-event schema has the id the vendor gives it")
  void platformEventSchemaId() {
    assertThat(SchemaId.of(REQUESTED)).isEqualTo("-d7zwy2mRsRbdTIZ8qUfsg");
  }

  @Test
  @DisplayName("a change-event schema has the id the vendor gives it")
  void changeEventSchemaId() {
    assertThat(SchemaId.of(ORDER_CHANGED)).isEqualTo("S43YwP95Zk_wZDxP9K_30g");
  }

  @Test
  @DisplayName("documentation in a schema does not change its id, a field more does")
  void whatMakesASchemaAnother() {
    var json = REQUESTED.toString();
    var documented =
        new Schema.Parser()
            .parse(
                json.replace(
                    "\"name\":\"CreatedDate\"",
                    "\"name\":\"CreatedDate\",\"doc\":\"CreatedDate:DateTime\""));

    assertThat(documented.getField("CreatedDate").doc()).isEqualTo("CreatedDate:DateTime");
    assertThat(SchemaId.of(documented)).isEqualTo(SchemaId.of(REQUESTED));
    assertThat(SchemaId.of(SampleEvents.requestedWith("Note__c")))
        .isNotEqualTo(SchemaId.of(REQUESTED));
  }

  @Test
  @DisplayName("a platform event is encoded as the vendor encodes it")
  void platformEventPayload() {
    assertThat(hexOf(TOPIC, SampleEvents.requested("8015g00000AbCdEAAV")))
        .isEqualTo(
            "e680a29c8d67243030357878303030303030303030314141410224383031356730303030304162436445"
                + "414156000206632d3102000000000000f03f");
  }

  @Test
  @DisplayName("a change event is encoded as the vendor encodes it")
  void changeEventPayload() {
    assertThat(hexOf("/data/OrderChangeEvent", SampleEvents.orderChanged("Activating")))
        .isEqualTo(
            "0a4f726465720224383031356730303030304162436445414156000254636f6d2f73616c6573666f7263"
                + "652f6170692f726573742f36372e303b636c69656e743d66756c66696c4830303030303030302d3131"
                + "31312d323232322d333333332d34343434343434343434343402f0fea19c8d67c8989dc1e2ca052430"
                + "303578783030303030303030303141414102083078383000000408307844300c332d30783041000000"
                + "0200020a546f6b796f0002103130302d303030310000000002f0fea19c8d6700021441637469766174"
                + "696e670000");
  }

  private String hexOf(String topic, GenericRecord event) {
    bus.define(topic, event.getSchema());
    bus.publish(topic, event);
    return HexFormat.of().formatHex(bus.events(topic).get(0).payload().toByteArray());
  }
}
