package dev.kaitsu.sandbox.salesforce.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kaitsu.sandbox.salesforce.ApiClient;
import dev.kaitsu.sandbox.salesforce.SalesforceEmulator;
import dev.kaitsu.sandbox.salesforce.cdc.EventSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Several writes in one call")
class ManyAtOnceTest {
  private final SalesforceEmulator org = SalesforceEmulator.start(EventSink.ignoring());
  private final ApiClient api = new ApiClient(org);
  private String first = "";
  private String second = "";

  @BeforeEach
  void orders() {
    var account = org.data().account("Yamada");
    first = org.data().order(account).create();
    second = org.data().order(account).create();
  }

  @AfterEach
  void close() {
    org.close();
  }

  @Nested
  @DisplayName("as a collection")
  class Collection {
    private static final String BODY =
        """
        {"allOrNone":%s,"records":[
         {"attributes":{"type":"Order"},"id":"%s","WHMCS_Order_ID__c":"1"},
         {"attributes":{"type":"Order"},"id":"%s","Activation_Status__c":"Nonsense"}]}
        """;

    @Test
    @DisplayName("each stand alone unless all or none is asked for")
    void mixed() {
      var reply = api.patch("/composite/sobjects", BODY.formatted(false, first, second));
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.body().path(0).path("success").asBoolean()).isTrue();
      assertThat(reply.body().path(0).path("id").asText()).isEqualTo(first);
      var error = reply.body().path(1).path("errors").path(0);
      assertThat(error.path("statusCode").asText())
          .isEqualTo("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST");
      assertThat(error.has("errorCode")).isFalse();
      assertThat(org.data().text(first, "WHMCS_Order_ID__c")).contains("1");
      assertThat(org.calls().total()).isEqualTo(1);
      assertThat(org.calls().of("collections.update")).isEqualTo(1);
    }

    @Test
    @DisplayName("all fail with one when all or none is asked for")
    void allOrNone() {
      var reply = api.patch("/composite/sobjects", BODY.formatted(true, first, second));
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.body().path(0).path("errors").path(0).path("statusCode").asText())
          .isEqualTo("ALL_OR_NONE_OPERATION_ROLLED_BACK");
      assertThat(reply.body().path(1).path("errors").path(0).path("statusCode").asText())
          .isEqualTo("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST");
      assertThat(org.data().text(first, "WHMCS_Order_ID__c")).isEmpty();
    }

    @Test
    @DisplayName("can meet a locked row")
    void lockedRow() {
      org.errors().next(ScriptedErrors.ROWS, ScriptedError.unableToLockRow(), 1);
      var reply = api.patch("/composite/sobjects", BODY.formatted(false, first, second));
      assertThat(reply.body().path(0).path("errors").path(0).path("statusCode").asText())
          .isEqualTo("UNABLE_TO_LOCK_ROW");
    }

    @Test
    @DisplayName("are refused as a whole beyond 200 records, ten chunks or when malformed")
    void limits() {
      var row = "{\"attributes\":{\"type\":\"Order\"},\"id\":\"%s\"}".formatted(first);
      var tooMany = "{\"records\":[" + (row + ",").repeat(200) + row + "]}";
      assertThat(api.patch("/composite/sobjects", tooMany).status()).isEqualTo(400);
      var account = "{\"attributes\":{\"type\":\"Account\"},\"id\":\"x\"}";
      var chunks = "{\"records\":[" + (row + "," + account + ",").repeat(5) + row + "]}";
      assertThat(api.patch("/composite/sobjects", chunks).status()).isEqualTo(400);
      var number = row.replace("}}", "}").replace("\"id\"", "\"PoNumber\":7,\"id\"");
      assertThat(api.patch("/composite/sobjects", "{\"records\":[" + number + "]}").errorCode())
          .isEqualTo("JSON_PARSER_ERROR");
    }

    @Test
    @DisplayName("can be read back by id, null where there is nothing")
    void get() {
      var reply =
          api.post(
              "/composite/sobjects/Order",
              "{\"ids\":[\"%s\",\"8015g000000zzzz\"],\"fields\":[\"Status\"]}".formatted(second));
      assertThat(reply.body().path(0).path("Status").asText()).isEqualTo("Pending Review");
      assertThat(reply.body().get(1).isNull()).isTrue();
    }
  }

  @Nested
  @DisplayName("as a composite")
  class Composite {
    private static final String BODY =
        """
        {"allOrNone":%s,"compositeRequest":[
         {"method":"PATCH","url":"/services/data/v67.0/sobjects/Order/%s","referenceId":"a",
          "body":{"WHMCS_Order_ID__c":"1"}},
         {"method":"PATCH","url":"/services/data/v67.0/sobjects/Order/%s","referenceId":"b",
          "body":{"Nope__c":"1"}},
         {"method":"PATCH","url":"/services/data/v67.0/sobjects/Order/%s","referenceId":"c",
          "body":{"PoNumber":"3"}}]}
        """;

    @Test
    @DisplayName("are one transaction when all or none is asked for")
    void allOrNone() {
      var reply = api.post("/composite", BODY.formatted(true, first, second, second));
      assertThat(reply.status()).isEqualTo(200);
      var responses = reply.body().path("compositeResponse");
      assertThat(responses.findValuesAsText("httpStatusCode")).containsExactly("400", "400", "400");
      assertThat(responses.findValuesAsText("errorCode"))
          .containsExactly("PROCESSING_HALTED", "INVALID_FIELD", "PROCESSING_HALTED");
      assertThat(responses.findValuesAsText("referenceId")).containsExactly("a", "b", "c");
      assertThat(org.data().text(first, "WHMCS_Order_ID__c")).isEmpty();
      assertThat(org.calls().total()).isEqualTo(1);
    }

    @Test
    @DisplayName("stand alone otherwise; a success of a PATCH is 204 with a null body")
    void alone() {
      var reply = api.post("/composite", BODY.formatted(false, first, second, second));
      var responses = reply.body().path("compositeResponse");
      assertThat(responses.findValuesAsText("httpStatusCode")).containsExactly("204", "400", "204");
      assertThat(responses.path(0).get("body").isNull()).isTrue();
      assertThat(org.data().text(second, "PoNumber")).contains("3");
    }

    @Test
    @DisplayName("may refer to what an earlier one answered")
    void references() {
      var reply =
          api.post(
              "/composite",
              """
              {"allOrNone":true,"compositeRequest":[
               {"method":"GET","referenceId":"q",
                "url":"/services/data/v67.0/query?q=SELECT+Id+FROM+Order+WHERE+Id='%s'"},
               {"method":"POST","url":"/services/data/v67.0/sobjects/Account","referenceId":"acc",
                "body":{"Name":"New"}},
               {"method":"PATCH","referenceId":"p",
                "url":"/services/data/v67.0/sobjects/Order/@{q.records[0].Id}",
                "body":{"AccountId":"@{acc.id}"}}]}
              """
                  .formatted(first));
      assertThat(reply.body().findValuesAsText("httpStatusCode"))
          .as(reply.raw().body())
          .containsExactly("200", "201", "204");
      var accounts = org.data().records("Account");
      assertThat(org.data().text(first, "AccountId"))
          .contains(accounts.get(accounts.size() - 1).get("Id").toString());
    }

    @Test
    @DisplayName("may carry a condition each")
    void conditions() {
      var reply =
          api.post(
              "/composite",
              """
              {"compositeRequest":[
               {"method":"PATCH","url":"/services/data/v67.0/sobjects/Order/%s","referenceId":"a",
                "httpHeaders":{"If-Unmodified-Since":"Tue, 17 Feb 2015 04:03:14 GMT"},
                "body":{"PoNumber":"1"}}]}
              """
                  .formatted(first));
      assertThat(reply.body().findValuesAsText("httpStatusCode")).containsExactly("412");
    }

    @Test
    @DisplayName("can meet a locked row in one of them")
    void lockedRow() {
      org.errors().next("sobject.update", ScriptedError.unableToLockRow(), 1);
      var reply = api.post("/composite", BODY.formatted(true, first, second, second));
      assertThat(reply.body().findValuesAsText("errorCode"))
          .containsExactly("UNABLE_TO_LOCK_ROW", "PROCESSING_HALTED", "PROCESSING_HALTED");
    }

    @Test
    @DisplayName("are refused as a whole beyond 25 or without names of their own")
    void limits() {
      var sub =
          "{\"method\":\"GET\",\"url\":\"/services/data/v67.0/limits\",\"referenceId\":\"r%d\"}";
      var body = new StringBuilder("{\"compositeRequest\":[");
      for (int i = 0; i < 26; i++) {
        body.append(i == 0 ? "" : ",").append(sub.formatted(i));
      }
      assertThat(api.post("/composite", body + "]}").status()).isEqualTo(400);
      var twice = "{\"compositeRequest\":[" + sub.formatted(1) + "," + sub.formatted(1) + "]}";
      assertThat(api.post("/composite", twice).status()).isEqualTo(400);
    }
  }
}
