package dev.kaitsu.sandbox.salesforce.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kaitsu.sandbox.fault.Fault;
import dev.kaitsu.sandbox.fault.Fault.Symptom;
import dev.kaitsu.sandbox.salesforce.ApiClient;
import dev.kaitsu.sandbox.salesforce.RecordingSink;
import dev.kaitsu.sandbox.salesforce.SalesforceEmulator;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The REST API")
class SurfaceTest {
  private final RecordingSink sink = new RecordingSink();
  private final SalesforceEmulator org = SalesforceEmulator.start(sink);
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
  @DisplayName("lists its versions without a login and refuses retired and unknown ones")
  void versions() {
    var anonymous = new ApiClient(org.uri(), "");
    var versions = anonymous.send("GET", "/services/data/", "").body();
    assertThat(versions.findValuesAsText("version")).contains("60.0", "67.0", "68.0");
    assertThat(versions.findValuesAsText("label"))
        .contains("Spring '26", "Summer '26", "Winter '27", "Spring '24");
    assertThat(api.send("GET", "/services/data/v30.0/limits", "").status()).isEqualTo(410);
    assertThat(api.send("GET", "/services/data/v99.0/limits", "").status()).isEqualTo(404);
  }

  @Test
  @DisplayName("refuses a token it does not know")
  void session() {
    var reply = new ApiClient(org.uri(), "wrong").get("/limits");
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.errorCode()).isEqualTo("INVALID_SESSION_ID");
  }

  @Test
  @DisplayName("counts calls, tells usage with every answer, and refuses beyond the allocation")
  void usage() {
    org.calls().dailyLimit(2);
    api.query("SELECT Id FROM Order");
    var reply = api.query("nonsense");
    assertThat(reply.raw().headers().firstValue("Sforce-Limit-Info")).contains("api-usage=2/2");
    assertThat(org.calls().of("query")).isEqualTo(2);

    var beyond = api.get("/limits");
    assertThat(beyond.status()).isEqualTo(403);
    assertThat(beyond.message()).isEqualTo("TotalRequests Limit exceeded.");
    org.calls().dailyLimit(100);
    assertThat(api.get("/limits").body().path("DailyApiRequests").path("Remaining").asInt())
        .isEqualTo(96);
  }

  @Test
  @DisplayName("describes fields with type, writability and values")
  void describe() {
    var fields = api.get("/sobjects/Order/describe").body().path("fields");
    assertThat(field(fields, "WHMCS_Order_ID__c").path("type").asText()).isEqualTo("string");
    assertThat(field(fields, "WHMCS_Order_ID__c").path("updateable").asBoolean()).isTrue();
    assertThat(field(fields, "SystemModstamp").path("updateable").asBoolean()).isFalse();
    assertThat(field(fields, "Status").path("nillable").asBoolean()).isFalse();
    assertThat(
            field(fields, "Activation_Status__c").path("picklistValues").findValuesAsText("value"))
        .containsExactly("Activating", "Activated", "Failed");
    assertThat(api.get("/sobjects/Nope/describe").status()).isEqualTo(404);
  }

  @Test
  @DisplayName("publishes a platform event and calls that an error entry")
  void publish() {
    var reply =
        api.post(
            "/sobjects/OrderProvisionRequested__e",
            "{\"OrderId__c\":\"%s\",\"Version__c\":1}".formatted(orderId));
    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.body().path("success").asBoolean()).isTrue();
    assertThat(reply.body().path("errors").path(0).path("statusCode").asText())
        .isEqualTo("OPERATION_ENQUEUED");
    assertThat(sink.on(RecordingSink.REQUESTS))
        .extracting(e -> e.get("OrderId__c"))
        .containsExactly(orderId);
    assertThat(api.post("/sobjects/Nope__e", "{}").status()).isEqualTo(404);
  }

  @Test
  @DisplayName("refuses long URIs and long headers, unknown paths and wrong methods")
  void limits() {
    assertThat(api.query("x".repeat(16_384)).status()).isEqualTo(414);
    assertThat(api.get("/limits", "X-Long", "x".repeat(16_384)).status()).isEqualTo(431);
    assertThat(api.get("/nope").errorCode()).isEqualTo("NOT_FOUND");
    assertThat(api.post("/limits", "{}").status()).isEqualTo(405);
  }

  @Nested
  @DisplayName("misbehaves on demand")
  class Misbehaving {
    @ParameterizedTest
    @DisplayName("with Salesforce's own errors, without any effect")
    @CsvSource({
      "400,UNABLE_TO_LOCK_ROW",
      "403,REQUEST_LIMIT_EXCEEDED",
      "400,FIELD_CUSTOM_VALIDATION_EXCEPTION",
      "503,SERVER_UNAVAILABLE"
    })
    void errors(int status, String code) {
      org.errors().next("sobject.update", new ScriptedError(status, code, "scripted"), 1);
      var reply = patch();
      assertThat(reply.status()).isEqualTo(status);
      assertThat(reply.errorCode()).isEqualTo(code);
      assertThat(org.data().text(orderId, "PoNumber")).isEmpty();
      assertThat(patch().status()).isEqualTo(204);
    }

    @Test
    @DisplayName("with a page from the edge")
    void html() {
      org.errors().next("query", ScriptedError.html(420, "not ready"), 1);
      var reply = api.query("SELECT Id FROM Order");
      assertThat(reply.status()).isEqualTo(420);
      assertThat(reply.raw().body()).contains("<html>");
    }

    @Test
    @DisplayName("by losing the answer before or after the write took effect")
    void lostAnswer() {
      org.faults().script("sobject.update", Fault.before(Symptom.DROP), 1);
      assertThatThrownBy(this::patch).isInstanceOf(UncheckedIOException.class);
      assertThat(org.data().text(orderId, "PoNumber")).isEmpty();

      org.faults().script("sobject.update", Fault.after(Symptom.DROP), 1);
      assertThatThrownBy(this::patch).isInstanceOf(UncheckedIOException.class);
      assertThat(org.data().text(orderId, "PoNumber")).contains("9");
    }

    @Test
    @DisplayName("by committing long after a time-out was answered")
    void lateCommit() {
      org.faults()
          .script(
              "sobject.update",
              Fault.after(Symptom.LATE_COMMIT).delayedBy(Duration.ofMillis(200)),
              1);
      assertThat(patch().status()).isEqualTo(504);
      assertThat(org.data().text(orderId, "PoNumber")).isEmpty();
      await().until(() -> org.data().text(orderId, "PoNumber").isPresent());
    }

    @Test
    @DisplayName("by leaving out what identifies the result")
    void withoutId() {
      org.faults().script("query", Fault.after(Symptom.SUCCESS_WITHOUT_ID), 1);
      assertThat(api.query("SELECT Id FROM Order").body().path("records").path(0).has("Id"))
          .isFalse();
      org.faults().script("token", Fault.before(Symptom.SUCCESS_WITHOUT_ID), 1);
      assertThat(api.send("POST", "/services/oauth2/token", "a=b").body().has("access_token"))
          .isFalse();
    }

    private ApiClient.Reply patch() {
      return api.patch("/sobjects/Order/" + orderId, "{\"PoNumber\":\"9\"}");
    }
  }

  private static JsonNode field(JsonNode fields, String name) {
    for (var field : fields) {
      if (field.path("name").asText().equals(name)) {
        return field;
      }
    }
    throw new AssertionError("describe does not know " + name);
  }
}
