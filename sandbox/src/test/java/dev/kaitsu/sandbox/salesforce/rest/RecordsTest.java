package dev.kaitsu.sandbox.salesforce.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.sandbox.salesforce.ApiClient;
import dev.kaitsu.sandbox.salesforce.SalesforceEmulator;
import dev.kaitsu.sandbox.salesforce.cdc.EventSink;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A record over REST")
class RecordsTest {
  private final AtomicReference<Instant> time =
      new AtomicReference<>(Instant.parse("2026-02-17T04:03:15.900Z"));
  private final SalesforceEmulator org =
      SalesforceEmulator.start(0, EventSink.ignoring(), time::get);
  private final ApiClient api = new ApiClient(org);
  private String orderId = "";

  @BeforeEach
  void anOrder() {
    orderId = org.data().order(org.data().account("Yamada")).create();
  }

  @AfterEach
  void close() {
    org.close();
  }

  @Test
  @DisplayName("is read with the fields asked for, under either form of its id")
  void get() {
    var reply =
        api.get("/sobjects/Order/" + orderId.substring(0, 15) + "?fields=Status,LastModifiedDate");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().path("Id").asText()).isEqualTo(orderId);
    assertThat(reply.body().path("LastModifiedDate").asText())
        .isEqualTo("2026-02-17T04:03:15.000+0000");
    assertThat(reply.body().has("AccountId")).isFalse();
  }

  @Test
  @DisplayName("is written with an empty 204, a null clears its field, and the stamps move")
  void patch() {
    org.data().update(orderId, Map.of("Activation_Error_Code__c", "503"));
    time.set(Instant.parse("2026-02-17T04:05:00Z"));

    var reply =
        api.patch(
            "/sobjects/Order/" + orderId,
            "{\"WHMCS_Order_ID__c\":\"12\",\"Activation_Error_Code__c\":null}");

    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.raw().body()).isEmpty();
    assertThat(org.data().record("Order", orderId).orElseThrow())
        .containsEntry("WHMCS_Order_ID__c", "12")
        .doesNotContainKey("Activation_Error_Code__c")
        .containsEntry("SystemModstamp", Instant.parse("2026-02-17T04:05:00Z"))
        .containsEntry("LastModifiedById", org.integrationUserId());
  }

  @ParameterizedTest
  @DisplayName("refuses what its fields do not take, and stays as it was")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"WHMCS_Order_ID__c":12}             | JSON_PARSER_ERROR                        | Cannot deserialize instance of string from VALUE_NUMBER_INT value 12
          {"BillingLatitude":"x"}              | JSON_PARSER_ERROR                        | Cannot deserialize instance of double
          {"Weekend_Install__c":"true"}        | JSON_PARSER_ERROR                        | Cannot deserialize instance of boolean
          {"EffectiveDate":"soon"}             | JSON_PARSER_ERROR                        | Cannot deserialize instance of date
          {"PoNumber":                         | JSON_PARSER_ERROR                        | Unexpected end-of-input
          {"Nope__c":"x"}                      | INVALID_FIELD                            | No such column 'Nope__c' on sobject of type Order
          {"SystemModstamp":"x"}               | INVALID_FIELD_FOR_INSERT_UPDATE          | SystemModstamp
          {"Activation_Status__c":"Nonsense"}  | INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST  | bad value for restricted picklist field: Nonsense
          {"Status":null}                      | REQUIRED_FIELD_MISSING                   | [Status]
          {"OpportunityId":"8015g0000000001"}  | INVALID_CROSS_REFERENCE_KEY              | invalid cross reference id
          {"OpportunityId":"abc"}              | MALFORMED_ID                             | id value of incorrect type: abc
          """)
  void refused(String json, String code, String text) {
    var before = org.data().record("Order", orderId);
    var reply = api.patch("/sobjects/Order/" + orderId, json);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.errorCode()).isEqualTo(code);
    assertThat(reply.message()).contains(text);
    assertThat(org.data().record("Order", orderId)).isEqualTo(before);
  }

  @Test
  @DisplayName("refuses text longer than its field and says which")
  void tooLong() {
    var reply =
        api.patch(
            "/sobjects/Order/" + orderId,
            "{\"Activation_Error_Message__c\":\"%s\"}".formatted("x".repeat(256)));
    assertThat(reply.errorCode()).isEqualTo("STRING_TOO_LONG");
    assertThat(reply.body().path(0).path("fields").path(0).asText())
        .isEqualTo("Activation_Error_Message__c");
  }

  @Test
  @DisplayName("that changed after If-Unmodified-Since refuses the write, by the second")
  void precondition() {
    var path = "/sobjects/Order/" + orderId;
    var body = "{\"PoNumber\":\"1\"}";
    var header = "If-Unmodified-Since";
    assertThat(api.patch(path, body, header, "Tue, 17 Feb 2026 04:03:14 GMT").status())
        .isEqualTo(412);
    assertThat(api.patch(path, body, header, "yesterday").status()).isEqualTo(400);
    assertThat(api.patch(path, body, header, "Tue, 17 Feb 2026 04:03:15 GMT").status())
        .isEqualTo(204);
    assertThat(api.get(path, "If-Modified-Since", "Tue, 17 Feb 2026 04:03:15 GMT").status())
        .isEqualTo(304);
  }

  @Test
  @DisplayName("that is not there, deleted or wrongly named is refused")
  void missing() {
    assertThat(api.get("/sobjects/Order/8015g000000zzzz").errorCode()).isEqualTo("NOT_FOUND");
    assertThat(api.get("/sobjects/Nope/8015g000000zzzz").status()).isEqualTo(404);
    assertThat(api.get("/sobjects/Order/abc").errorCode()).isEqualTo("MALFORMED_ID");
    assertThat(api.send("DELETE", "/services/data/v67.0/sobjects/Order/" + orderId, "").status())
        .isEqualTo(204);
    assertThat(api.get("/sobjects/Order/" + orderId).errorCode()).isEqualTo("ENTITY_IS_DELETED");
    assertThat(api.patch("/sobjects/Order/" + orderId, "{}").status()).isEqualTo(404);
  }

  @Test
  @DisplayName("is created with 201 and an id of its object")
  void create() {
    var reply = api.post("/sobjects/Account", "{\"Name\":\"Suzuki\"}");
    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.body().path("success").asBoolean()).isTrue();
    assertThat(reply.body().path("errors")).isEmpty();
    assertThat(reply.body().path("id").asText()).startsWith("001").hasSize(18);
  }
}
