package dev.kaitsu.adapter.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kaitsu.adapter.salesforce.SalesforceCalls.Outcome;
import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.OrderItemId;
import dev.kaitsu.model.ServiceId;
import dev.kaitsu.model.WriteBack;
import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.testkit.AnOrder;
import dev.kaitsu.testkit.InMemorySharedTokens;
import dev.kaitsu.testkit.SettableClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An answer of Salesforce that is odd or missing")
class OddAnswersTest {
  private static final OrderId ID = AnOrder.ID;
  private static final OrderItemId ITEM = new OrderItemId("8025g00000XyZzQAAV");

  private final SettableClock clock = new SettableClock();
  private final ScriptedSalesforce salesforce = new ScriptedSalesforce();
  private final List<String> calls = new ArrayList<>();
  private final SalesforceSession session =
      new SalesforceSession(
          salesforce.config(),
          new InMemorySharedTokens(clock),
          clock,
          (operation, took, outcome) -> calls.add(operation + " " + outcome));
  private final SalesforceOrders orders = new SalesforceOrders(session);

  @AfterEach
  void close() {
    session.close();
    salesforce.close();
  }

  @Nested
  @DisplayName("to a read")
  class Read {
    @Test
    @DisplayName("is asked for once more when the connection broke")
    void droppedOnce() {
      salesforce.next(ScriptedSalesforce.dropped());
      salesforce.next(200, "{\"totalSize\":0,\"done\":true,\"records\":[]}");

      assertThat(orders.find(ID)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 403, 420, 429, 500, 503})
    @DisplayName("says nothing about the order if it is a page")
    void page(int status) {
      salesforce.next(ScriptedSalesforce.html(status));
      salesforce.next(ScriptedSalesforce.html(status)); // 503 may be asked for twice: it is a read

      assertThat(haltOf(() -> orders.find(ID))).isInstanceOf(Halt.Failed.class);
    }

    @Test
    @DisplayName("that comes too late says nothing about the order, and is not waited for twice")
    void late() {
      try (var impatient =
          new SalesforceSession(
              patientFor(200), new InMemorySharedTokens(clock), clock, SalesforceCalls.UNWATCHED)) {
        salesforce.next(never());

        var halt = haltOf(() -> new SalesforceOrders(impatient).find(ID));

        assertThat(halt).isInstanceOf(Halt.Failed.class);
        assertThat(halt.code()).isEqualTo(FailureCode.ETIMEOUT);
        assertThat(salesforce.requests()).hasSize(1);
      }
    }

    @Test
    @DisplayName(
        "is read as far as it goes: numbers as text, text as numbers, blanks, missing parts")
    void oddTypes() {
      salesforce.next(
          200,
          """
          {"totalSize":1,"done":true,"records":[{"attributes":{"type":"Order"},
            "Id":"8015g00000AbCdE","AccountId":null,"OpportunityId":"what?","Status":" ",
            "SystemModstamp":"2026-02-17T04:03:15.000+0000","Type":{"odd":true},
            "Activation_Status__c":"Activating","Activation_Type__c":"Scheduled",
            "Activation_Scheduled_At__c":"soon","WHMCS_Order_ID__c":4711.0,
            "Activation_Error_Code__c":"","Activation_Error_Message__c":null,
            "OrderItems":{"totalSize":2,"done":true,"records":[
              {"Id":"8025g00000XyZzQ","Product2":null},
              {"Id":"8025g00000AAAAA","Quantity":"2","Product2":{"Name":"Line",
               "WH_Product_ID__c":"181","Billing_Cycle__c":"Monthly"}}]}}]}
          """);

      var order = orders.find(ID).orElseThrow();

      assertThat(order.id()).isEqualTo(ID);
      assertThat(order.account()).isEmpty();
      assertThat(order.opportunity()).isEmpty();
      assertThat(order.status()).isEmpty();
      assertThat(order.type()).isEmpty();
      assertThat(order.modifiedAt()).isEqualTo("2026-02-17T04:03:15Z");
      assertThat(order.scheduled()).isTrue();
      assertThat(order.scheduledFor()).isEmpty();
      assertThat(order.billedAs()).contains("4711");
      assertThat(order.staleError()).isFalse();
      var line = order.lines().get(0);
      assertThat(line.product()).contains("Line");
      assertThat(line.billingProduct()).contains(new BigDecimal("181"));
      assertThat(line.quantity()).isEqualTo(new BigDecimal("2"));
      var bare = order.lines().get(1);
      assertThat(bare.item()).isEqualTo(ITEM);
      assertThat(bare.billingProduct()).isEmpty();
      assertThat(bare.quantity()).isEqualTo(BigDecimal.ZERO);
    }

    @Test
    @DisplayName("that sends us to another host for the next page is not followed")
    void foreignPage() {
      salesforce.next(
          200, "{\"done\":false,\"nextRecordsUrl\":\"@elsewhere.example/x\",\"records\":[]}");

      assertThat(haltOf(orders::awaitingFulfillment)).isInstanceOf(Halt.Failed.class);
      assertThat(salesforce.requests()).hasSize(1);
    }

    @Test
    @DisplayName("that refuses one new session after the other is an outage, not a refusal")
    void unauthorizedTwice() {
      salesforce.next(401, "[{\"errorCode\":\"INVALID_SESSION_ID\",\"message\":\"expired\"}]");
      salesforce.next(401, "[{\"errorCode\":\"INVALID_SESSION_ID\",\"message\":\"expired\"}]");

      var halt = haltOf(() -> orders.find(ID));

      assertThat(halt).isInstanceOf(Halt.Failed.class);
      assertThat(halt.reason()).contains("API Enabled");
      assertThat(salesforce.requests())
          .extracting(request -> request.getHeaders().get("Authorization"))
          .containsExactly("Bearer token-1", "Bearer token-2");
    }
  }

  @Nested
  @DisplayName("to a write")
  class Write {
    @Test
    @DisplayName("without a body is success, and the request says who writes")
    void noContent() {
      salesforce.next(ScriptedSalesforce.noContent());

      orders.write(failed());

      var request = salesforce.requests().get(0);
      assertThat(request.getRequestLine())
          .isEqualTo("PATCH /services/data/v67.0/sobjects/Order/%s HTTP/1.1".formatted(ID));
      assertThat(request.getHeaders().get("Sforce-Call-Options")).isEqualTo("client=kaitsu");
      assertThat(calls).containsExactly("login " + Outcome.OK, "write " + Outcome.OK);
    }

    @Test
    @DisplayName("that was lost leaves the outcome open; it was sent once")
    void dropped() {
      salesforce.next(ScriptedSalesforce.dropped());

      assertThat(haltOf(() -> orders.write(failed())))
          .isInstanceOf(Halt.Uncertain.class)
          .returns(FailureCode.ECONNRESET, Halt::code);
      assertThat(salesforce.requests()).hasSize(1);
      assertThat(calls).contains("write " + Outcome.LOST);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 307, 403, 408, 420, 500, 502, 503})
    @DisplayName("leaves the outcome open if it is a page; it was sent once")
    void page(int status) {
      salesforce.next(
          ScriptedSalesforce.html(status)
              .newBuilder()
              .setHeader("Location", "/services/data/v67.0/elsewhere")
              .setHeader("Retry-After", "0")
              .build());

      assertThat(haltOf(() -> orders.write(failed()))).isInstanceOf(Halt.Uncertain.class);
      assertThat(salesforce.requests()).hasSize(1);
    }

    @Test
    @DisplayName("that says Salesforce itself failed leaves the outcome open")
    void serverError() {
      salesforce.next(
          500, "[{\"errorCode\":\"UNKNOWN_EXCEPTION\",\"message\":\"An unexpected error\"}]");

      assertThat(haltOf(() -> orders.write(failed()))).isInstanceOf(Halt.Uncertain.class);
    }

    @Test
    @DisplayName("that never came because nobody listens leaves nothing open")
    void nobodyListens() {
      var gone = new ScriptedSalesforce();
      gone.close();
      salesforce.nextLogin(
          ScriptedSalesforce.json(
              200,
              """
              {"access_token":"t","instance_url":"%s","id":"https://x/id/%s/005"}
              """
                  .formatted(gone.uri(), ScriptedSalesforce.ORG)));

      assertThat(haltOf(() -> orders.write(failed())))
          .isInstanceOf(Halt.Failed.class)
          .returns(FailureCode.ECONNREFUSED, Halt::code);
    }

    @Test
    @DisplayName("refuses for good without anybody's data in the reason")
    void personalData() {
      salesforce.next(
          400,
          """
          [{"errorCode":"FIELD_CUSTOM_VALIDATION_EXCEPTION","message":
           "Call hanako@example.com\\nor +81 90-1234-5678 about 8015g00000AbCdEAAV"}]
          """);

      var halt = haltOf(() -> orders.write(failed()));

      assertThat(halt).isInstanceOf(Halt.Refused.class);
      assertThat(halt.reason())
          .contains("8015g00000AbCdEAAV")
          .doesNotContain("hanako", "1234", "\n");
    }

    @Test
    @DisplayName("names the setting of a field that may not be written")
    void notWritable() {
      salesforce.next(
          400,
          """
          [{"errorCode":"INVALID_FIELD_FOR_INSERT_UPDATE","message":
           "Unable to create/update fields: Activation_Status__c. Please check the security settings"}]
          """);

      assertThat(haltOf(() -> orders.write(failed())).reason())
          .contains("SF_FIELD_ORDER_ACTIVATION_STATUS");
    }

    @Test
    @DisplayName("finds the culprit among those it took down with it")
    void collectionCulprit() {
      salesforce.next(
          200,
          """
          {"compositeResponse":[
            {"referenceId":"order","httpStatusCode":400,"body":[
              {"errorCode":"PROCESSING_HALTED","message":"rolled back"}]},
            {"referenceId":"items0","httpStatusCode":200,"body":[
              {"success":false,"errors":[
                {"statusCode":"ALL_OR_NONE_OPERATION_ROLLED_BACK","message":"rolled back"}]},
              {"success":false,"errors":[
                {"statusCode":"STRING_TOO_LONG","message":"Service: data value too large"}]}]}]}
          """);

      var halt = haltOf(() -> orders.write(activated()));

      assertThat(halt).isInstanceOf(Halt.Refused.class);
      assertThat(halt.reason()).contains("STRING_TOO_LONG");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "[]",
          "{\"compositeResponse\":[]}",
          "{\"compositeResponse\":[{\"referenceId\":\"order\",\"httpStatusCode\":400,\"body\":null}]}"
        })
    @DisplayName("leaves the outcome open if it does not tell what became of the parts")
    void unclearComposite(String body) {
      salesforce.next(200, body);

      assertThat(haltOf(() -> orders.write(activated()))).isInstanceOf(Halt.Uncertain.class);
    }

    @Test
    @DisplayName("is to a request whose emptied fields are there as null, and its ids as text")
    void requestBody() {
      salesforce.next(
          200,
          """
          {"compositeResponse":[
            {"referenceId":"order","httpStatusCode":204,"body":null},
            {"referenceId":"items0","httpStatusCode":200,"body":[
              {"id":"8025g00000XyZzQAAV","success":true,"errors":[]}]}]}
          """);

      orders.write(activated());

      var body = salesforce.bodyOf(0);
      assertThat(body.path("allOrNone").asBoolean()).isTrue();
      var order = body.path("compositeRequest").path(0).path("body");
      assertThat(order.path("WHMCS_Order_ID__c").isTextual()).isTrue();
      assertThat(order.path("Activation_Error_Code__c").isNull()).isTrue();
      assertThat(order.has("Status")).isFalse();
    }
  }

  private static WriteBack.Failed failed() {
    return new WriteBack.Failed(ID, FailureCode.ETIMEOUT, "billing did not answer");
  }

  private static WriteBack.Activated activated() {
    return new WriteBack.Activated(
        ID,
        new BillingOrderId(4711),
        new BillingClientId(7),
        false,
        Map.of(ITEM, List.of(new ServiceId(71))),
        Optional.empty());
  }

  private static Halt haltOf(ThrowingCallable call) {
    return catchThrowableOfType(ExternalCallException.class, call).halt();
  }

  private SalesforceConfig patientFor(long millis) {
    var config = salesforce.config();
    return new SalesforceConfig(
        config.loginUrl(),
        config.clientId(),
        config.username(),
        config.key(),
        config.audience(),
        config.apiVersion(),
        Duration.ofMillis(millis),
        config.authTimeout(),
        config.tokenLifetime(),
        config.clientName(),
        config.finalStatus(),
        config.fields(),
        SimFieldNames.DEFAULTS);
  }

  private static MockResponse never() {
    return new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build();
  }
}
