package dev.kaitsu.sandbox.salesforce;

import static dev.kaitsu.sandbox.salesforce.RecordingSink.ITEMS;
import static dev.kaitsu.sandbox.salesforce.RecordingSink.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A committed change of an order is told as a change event")
class ChangeEventsTest {
  private final RecordingSink sink = new RecordingSink();
  private final SalesforceEmulator org = SalesforceEmulator.start(sink);
  private final ApiClient api = new ApiClient(org);
  private String orderId = "";
  private String itemId = "";

  @BeforeEach
  void anOrder() {
    var product = org.data().product("INTERNET-GOLD").billedAs(188, "Monthly").create();
    orderId = org.data().order(org.data().account("Yamada")).item(product, 1).create();
    itemId = org.data().records("OrderItem").get(0).get("Id").toString();
  }

  @AfterEach
  void close() {
    org.close();
  }

  @Test
  @DisplayName("creation carries every field with a value and no bitmap")
  void creation() {
    var event = sink.on(ORDERS).get(0);
    assertThat(header(event))
        .containsEntry("changeType", "CREATE")
        .containsEntry("entityName", "Order")
        .containsEntry("recordIds", List.of(orderId))
        .containsEntry("changedFields", List.of())
        .containsEntry("changeOrigin", "");
    assertThat(event.get("Status")).isEqualTo("Pending Review");
    assertThat(event.get("WHMCS_Order_ID__c")).isNull();
    assertThat(sink.on(ITEMS)).hasSize(1);
    assertThat(header(sink.on(ITEMS).get(0)))
        .containsEntry("transactionKey", header(event).get("transactionKey"))
        .containsEntry("sequenceNumber", 2);
  }

  @Test
  @DisplayName("an update carries only what changed, with its origin and both bitmaps")
  void update() {
    org.data().update(orderId, Map.of("Activation_Error_Code__c", "503", "BillingState", "Tokyo"));
    sink.forget();

    var reply =
        api.patch(
            "/sobjects/Order/" + orderId,
            """
            {"WHMCS_Order_ID__c":"12345","Activation_Error_Code__c":null,
             "BillingCity":"Minato","BillingState":null}
            """,
            "Sforce-Call-Options",
            "client=kaitsu");

    assertThat(reply.status()).isEqualTo(204);
    assertThat(sink.on(ORDERS)).hasSize(1);
    var event = sink.on(ORDERS).get(0);
    assertThat(header(event))
        .containsEntry("changeType", "UPDATE")
        .containsEntry("changeOrigin", "com/salesforce/api/rest/67.0;client=kaitsu")
        .containsEntry("commitUser", org.integrationUserId());
    assertThat((long) header(event).get("commitTimestamp") % 1000).isZero();
    assertThat(named(event, "changedFields"))
        .containsExactlyInAnyOrder(
            "WHMCS_Order_ID__c",
            "Activation_Error_Code__c",
            "LastModifiedDate",
            "LastModifiedById",
            "BillingAddress.City",
            "BillingAddress.State");
    assertThat(named(event, "nulledFields"))
        .containsExactlyInAnyOrder("Activation_Error_Code__c", "BillingAddress.State");
    assertThat(event.get("WHMCS_Order_ID__c")).isEqualTo("12345");
    assertThat(((GenericRecord) event.get("BillingAddress")).get("City")).isEqualTo("Minato");
    assertThat(event.get("Status")).isNull();
  }

  @Test
  @DisplayName("a write that changes nothing is not told")
  void noOp() {
    sink.forget();
    var reply = api.patch("/sobjects/Order/" + orderId, "{\"Status\":\"Pending Review\"}");
    assertThat(reply.status()).isEqualTo(204);
    assertThat(sink.topics()).isEmpty();
  }

  @Test
  @DisplayName("deletion carries an empty body")
  void deletion() {
    sink.forget();
    org.data().delete(itemId);
    var event = sink.on(ITEMS).get(0);
    assertThat(header(event)).containsEntry("changeType", "DELETE");
    assertThat(event.get("OrderId")).isNull();
  }

  @Test
  @DisplayName("equal changes of one transaction share an event, different ones do not")
  void merging() {
    var other = org.data().order(org.data().account("Suzuki")).create();
    var third = org.data().order(org.data().account("Sato")).create();
    sink.forget();

    api.patch(
        "/composite/sobjects",
        """
        {"records":[
         {"attributes":{"type":"Order"},"id":"%s","Activation_Status__c":"Failed"},
         {"attributes":{"type":"Order"},"id":"%s","Activation_Status__c":"Failed"},
         {"attributes":{"type":"Order"},"id":"%s","Activation_Status__c":"Activated"}]}
        """
            .formatted(orderId, other, third));

    assertThat(sink.on(ORDERS).stream().map(e -> header(e).get("recordIds")))
        .containsExactly(List.of(orderId, other), List.of(third));
    assertThat(sink.on(ORDERS).stream().map(e -> header(e).get("transactionKey")).distinct())
        .hasSize(1);
    assertThat(sink.on(ORDERS).stream().map(e -> header(e).get("sequenceNumber")))
        .containsExactly(1, 2);
  }

  @Test
  @DisplayName("a refused or rolled back write is not told")
  void rolledBack() {
    sink.forget();
    api.patch(
        "/composite/sobjects",
        """
        {"allOrNone":true,"records":[
         {"attributes":{"type":"Order"},"id":"%s","Activation_Status__c":"Failed"},
         {"attributes":{"type":"Order"},"id":"%s","Activation_Status__c":"Nonsense"}]}
        """
            .formatted(orderId, orderId));
    assertThat(sink.topics()).isEmpty();
    assertThat(org.data().text(orderId, "Activation_Status__c")).isEmpty();
  }

  @Test
  @DisplayName("while capturing is off, nothing is told")
  void off() {
    sink.forget();
    org.captureChanges(false);
    org.data().update(orderId, Map.of("PoNumber", "7"));
    assertThat(sink.topics()).isEmpty();
  }

  private static Map<String, Object> header(GenericRecord event) {
    var header = (GenericRecord) event.get("ChangeEventHeader");
    var values = new HashMap<String, Object>();
    header.getSchema().getFields().forEach(f -> values.put(f.name(), header.get(f.name())));
    values.put("changeType", values.get("changeType").toString());
    return values;
  }

  /** Decodes a bitmap array independently of how it was made. */
  private static List<String> named(GenericRecord event, String bitmaps) {
    var names = new ArrayList<String>();
    for (var element : (List<?>) header(event).get(bitmaps)) {
      var parts = element.toString().split("-", 2);
      var schema = event.getSchema();
      var prefix = "";
      if (parts.length == 2) {
        var parent = schema.getFields().get(Integer.parseInt(parts[0]));
        prefix = parent.name() + ".";
        schema = parent.schema().getTypes().get(1);
      }
      var bits = new BigInteger(parts[parts.length - 1].substring(2), 16);
      var fields = schema.getFields();
      var owner = prefix;
      Stream.iterate(0, i -> i < bits.bitLength(), i -> i + 1)
          .filter(bits::testBit)
          .forEach(i -> names.add(owner + fields.get(i).name()));
    }
    return names;
  }
}
