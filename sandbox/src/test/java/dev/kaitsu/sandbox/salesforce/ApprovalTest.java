package dev.kaitsu.sandbox.salesforce;

import static dev.kaitsu.sandbox.salesforce.RecordingSink.ORDERS;
import static dev.kaitsu.sandbox.salesforce.RecordingSink.REQUESTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Approving an order")
class ApprovalTest {
  private final RecordingSink sink = new RecordingSink();
  private final SalesforceEmulator org = SalesforceEmulator.start(sink);
  private String orderId = "";

  @BeforeEach
  void anOrder() {
    orderId = org.data().order(org.data().account("Yamada")).create();
    sink.forget();
  }

  @AfterEach
  void close() {
    org.close();
  }

  @Test
  @DisplayName("sets Activating and tells it once as a change, then asks for provisioning")
  void approve() {
    org.approve(orderId);

    assertThat(org.data().record("Order", orderId))
        .hasValueSatisfying(
            order ->
                assertThat(order)
                    .containsEntry("Status", "Approved")
                    .containsEntry("Activation_Status__c", "Activating"));
    assertThat(sink.topics()).containsExactly(ORDERS, REQUESTS);
    assertThat(sink.on(ORDERS).get(0).get("Activation_Status__c")).isEqualTo("Activating");
    var request = sink.on(REQUESTS).get(0);
    assertThat(request.get("OrderId__c")).isEqualTo(orderId);
    assertThat(request.get("Version__c")).isEqualTo(1.0);
    assertThat(request.get("CreatedById")).isEqualTo(request.get("RequestedBy__c"));
  }

  @Test
  @DisplayName("over REST has the effects of the Flow too, and clears the last error")
  void flowOverRest() {
    org.data()
        .update(
            orderId,
            Map.of("Activation_Status__c", "Failed", "Activation_Error_Code__c", "ETIMEOUT"));
    sink.forget();

    new ApiClient(org).patch("/sobjects/Order/" + orderId, "{\"Status\":\"Reactivate\"}");

    assertThat(org.data().text(orderId, "Activation_Status__c")).contains("Activating");
    assertThat(org.data().text(orderId, "Activation_Error_Code__c")).isEmpty();
    assertThat(sink.topics()).containsExactly(ORDERS, REQUESTS);
  }

  @Test
  @DisplayName("many at once makes one change event with every id, and one request each")
  void many() {
    var other = org.data().order(org.data().account("Suzuki")).create();
    sink.forget();

    org.approve(List.of(orderId, other));

    assertThat(sink.on(ORDERS)).hasSize(1);
    var header = (GenericRecord) sink.on(ORDERS).get(0).get("ChangeEventHeader");
    assertThat(header.get("recordIds")).isEqualTo(List.of(orderId, other));
    assertThat(sink.on(REQUESTS))
        .extracting(e -> e.get("OrderId__c"))
        .containsExactly(orderId, other);
  }

  @Test
  @DisplayName("publishes under the names that are switched on, each with the same key")
  void names() {
    org.publishEvents(Set.of("OrderProvisionRequested__e", "Order_Fulfilment_Requested__e"));
    org.captureChanges(false);
    org.approve(orderId);
    var other = "/event/Order_Fulfilment_Requested__e";
    assertThat(sink.topics()).containsExactly(REQUESTS, other);
    assertThat(sink.on(other).get(0).get("IdemKey__c"))
        .isEqualTo(sink.on(REQUESTS).get(0).get("IdemKey__c"));

    sink.forget();
    org.publishEvents(Set.of());
    org.cancel(orderId);
    org.approve(orderId);
    assertThat(sink.topics()).isEmpty();
  }

  @Test
  @DisplayName("of an order under way changes and tells nothing; asking again publishes again")
  void again() {
    org.approve(orderId);
    sink.forget();
    org.approve(orderId);
    assertThat(sink.topics()).isEmpty();

    org.requestProvisioning(orderId);
    assertThat(sink.topics()).containsExactly(REQUESTS);
  }

  @Test
  @DisplayName("after a failure is what retry does, leaving Status alone")
  void retry() {
    org.approve(orderId);
    var failure = new HashMap<String, Object>();
    failure.put("Activation_Status__c", "Failed");
    failure.put("Activation_Error_Message__c", "no answer");
    org.data().update(orderId, failure);
    sink.forget();

    org.retry(orderId);

    assertThat(org.data().record("Order", orderId).orElseThrow())
        .containsEntry("Status", "Approved")
        .containsEntry("Activation_Status__c", "Activating")
        .doesNotContainKey("Activation_Error_Message__c");
    assertThat(sink.topics()).containsExactly(ORDERS, REQUESTS);
  }
}
