package dev.kaitsu.sandbox.salesforce.soql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kaitsu.sandbox.salesforce.ApiClient;
import dev.kaitsu.sandbox.salesforce.SalesforceEmulator;
import dev.kaitsu.sandbox.salesforce.cdc.EventSink;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A SOQL query")
class QueryTest {
  private final SalesforceEmulator org =
      SalesforceEmulator.start(
          0, EventSink.ignoring(), () -> Instant.parse("2026-02-17T04:03:15.678Z"));
  private final ApiClient api = new ApiClient(org);
  private String account = "";
  private String first = "";
  private String second = "";

  @BeforeEach
  void orders() {
    account = org.data().account("O'Neil 100% & Co");
    var gold = org.data().product("GOLD").billedAs(182, "Monthly").create();
    var install = org.data().product("INSTALL").billedAs(242, "Onetime").create();
    first = org.data().order(account).item(gold, 1).item(install, 2).with("PoNumber", "a").create();
    second =
        org.data().order(account).with("Status", "Draft").with("Weekend_Install__c", true).create();
    org.approve(first);
  }

  @AfterEach
  void close() {
    org.close();
  }

  @Test
  @DisplayName("answers order, items and products in one read, in the real shape")
  void orderWithItems() {
    var reply =
        api.query(
            "SELECT Id, Status, WHMCS_Order_ID__c, SystemModstamp, EffectiveDate, Account.Name,"
                + " (SELECT Id, Quantity, Product2.WH_Product_ID__c, PricebookEntry.Product2.Name"
                + " FROM OrderItems ORDER BY Id) FROM Order WHERE Id = '"
                + first.substring(0, 15)
                + "'");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().path("totalSize").asInt()).isEqualTo(1);
    var order = reply.body().path("records").path(0);
    assertThat(order.path("attributes").path("url").asText())
        .isEqualTo("/services/data/v67.0/sobjects/Order/" + first);
    assertThat(order.path("SystemModstamp").asText()).isEqualTo("2026-02-17T04:03:15.000+0000");
    assertThat(order.path("EffectiveDate").asText()).isEqualTo("2026-02-01");
    assertThat(order.path("WHMCS_Order_ID__c").isNull()).isTrue();
    assertThat(order.path("Account").path("Name").asText()).isEqualTo("O'Neil 100% & Co");
    var items = order.path("OrderItems");
    assertThat(items.path("totalSize").asInt()).isEqualTo(2);
    assertThat(items.path("done").asBoolean()).isTrue();
    var item = items.path("records").path(1);
    assertThat(item.path("Quantity").toString()).isEqualTo("2.0");
    assertThat(item.path("Product2").path("WH_Product_ID__c").toString()).isEqualTo("242.0");
    assertThat(item.path("PricebookEntry").path("Product2").path("Name").asText())
        .isEqualTo("INSTALL");
  }

  @Test
  @DisplayName("shows null for an order without items and for a parent that is not set")
  void nulls() {
    var order =
        api.query(
                "SELECT Id, BillToContact.Name, (SELECT Id FROM OrderItems) FROM Order WHERE Id = '"
                    + second
                    + "'")
            .body()
            .path("records")
            .path(0);
    assertThat(order.get("OrderItems").isNull()).isTrue();
    assertThat(order.get("BillToContact").isNull()).isTrue();
  }

  @ParameterizedTest
  @DisplayName("filters as Salesforce does")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Status = 'approved'                                                        | 1
          Status != 'Approved'                                                       | 2
          PoNumber != 'a'                                                            | 2
          PoNumber = null                                                            | 2
          PoNumber != null                                                           | 1
          PoNumber < 'b'                                                             | 1
          Status IN ('Approved', 'Draft')                                            | 12
          Status NOT IN ('Draft')                                                    | 1
          NOT Status = 'Draft'                                                       | 1
          (Status = 'Draft' OR PoNumber = 'a') AND Weekend_Install__c = true         | 2
          Status LIKE '%pprov_d'                                                     | 1
          Account.Name = 'O\\'Neil 100% & Co'                                        | 12
          Account.Name LIKE 'O\\'Neil 100\\% _ Co'                                   | 12
          Account.Name LIKE 'O\\'Neil\\%'                                            | ''
          SystemModstamp >= 2026-02-17T04:03:15Z                                     | 12
          SystemModstamp > 2026-02-17T13:03:15+09:00                                 | ''
          EffectiveDate = 2026-02-01                                                 | 12
          Id IN (SELECT OrderId FROM OrderItem WHERE Quantity > 1)                   | 1
          Id NOT IN (SELECT OrderId FROM OrderItem)                                  | 2
          """)
  void filters(String where, String expected) {
    var reply = api.query("SELECT Id FROM Order WHERE " + where + " ORDER BY Id");
    assertThat(ids(reply.body()))
        .as(reply.message())
        .isEqualTo(expected.chars().mapToObj(c -> c == '1' ? first : second).toList());
  }

  @ParameterizedTest
  @DisplayName("that makes no sense is refused with the real error code")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT Id FROM Orders                                    | INVALID_TYPE    | sObject type 'Orders' is not supported
          SELECT Nope__c FROM Order                                | INVALID_FIELD   | No such column 'Nope__c' on entity 'Order'
          SELECT Nope__r.Name FROM Order                           | INVALID_FIELD   | Didn't understand relationship 'Nope__r'
          SELECT Id FROM Order WHERE WHMCS_Order_ID__c = 12        | INVALID_FIELD   | must be of type string and should be enclosed in quotes
          SELECT Id FROM Product2 WHERE WH_Product_ID__c = '12'    | INVALID_FIELD   | must be of type double and should not be enclosed in quotes
          SELECT Id FROM Order WHERE Id = 'abc'                    | INVALID_QUERY_FILTER_OPERATOR | invalid ID field: abc
          SELECT Id FROM Order WHERE Status = 'a\\x'               | MALFORMED_QUERY | Illegal escape sequence
          SELECT Id FROM Order WHERE Status = 'a                   | MALFORMED_QUERY | unterminated
          SELECT Id, Id FROM Order                                 | MALFORMED_QUERY | duplicate field selected: Id
          SELECT Id FROM Order WHERE A = 1 AND B = 2 OR C = 3      | MALFORMED_QUERY | parentheses
          SELECT Id Order                                          | MALFORMED_QUERY | expecting 'FROM'
          SELECT Id FROM Order OFFSET 2001                         | NUMBER_OUTSIDE_VALID_RANGE | offset
          """)
  void refused(String soql, String code, String text) {
    var reply = api.query(soql);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.errorCode()).isEqualTo(code);
    assertThat(reply.message()).contains(text);
  }

  @Test
  @DisplayName("orders by several keys, empty values first unless it says otherwise")
  void ordering() {
    assertThat(ids(api.query("SELECT Id FROM Order ORDER BY PoNumber, Id").body()))
        .containsExactly(second, first);
    assertThat(ids(api.query("SELECT Id FROM Order ORDER BY PoNumber DESC NULLS LAST").body()))
        .containsExactly(first, second);
    assertThat(ids(api.query("SELECT Id FROM Order ORDER BY Id DESC LIMIT 1 OFFSET 1").body()))
        .containsExactly(first);
  }

  @Test
  @DisplayName("by an id of another object finds nothing")
  void foreignId() {
    assertThat(ids(api.query("SELECT Id FROM Order WHERE Id = '" + account + "'").body()))
        .isEmpty();
  }

  @Test
  @DisplayName("counts without records")
  void count() {
    var body = api.query("SELECT COUNT() FROM Order WHERE Status = 'Draft'").body();
    assertThat(body.path("totalSize").asInt()).isEqualTo(1);
    assertThat(body.path("records")).isEmpty();
  }

  @Test
  @DisplayName("leaves deleted rows to queryAll")
  void deleted() {
    org.data().delete(second);
    assertThat(ids(api.query("SELECT Id FROM Order").body())).containsExactly(first);
    assertThat(ids(api.get("/queryAll?q=SELECT+Id+FROM+Order+WHERE+IsDeleted=true").body()))
        .containsExactly(second);
  }

  @Test
  @DisplayName("is answered page by page, and so are many children")
  void paging() {
    var product = org.data().product("P").billedAs(1, "Monthly").create();
    var big = org.data().order(account);
    for (int i = 0; i < 5; i++) {
      big.item(product, 1);
    }
    var id = big.create();
    org.queries().pageSize(2);
    org.queries().childPageSize(3);

    var page = api.query("SELECT Id FROM Order ORDER BY Id").body();
    assertThat(page.path("done").asBoolean()).isFalse();
    assertThat(page.path("totalSize").asInt()).isEqualTo(3);
    var next = page.path("nextRecordsUrl").asText();
    assertThat(next).matches("/services/data/v67.0/query/0r8[A-Za-z0-9]{15}-2");
    var last = api.send("GET", next, "").body();
    assertThat(ids(last)).containsExactly(id);
    assertThat(last.path("done").asBoolean()).isTrue();
    assertThat(last.has("nextRecordsUrl")).isFalse();

    var children =
        api.query("SELECT Id, (SELECT Id FROM OrderItems) FROM Order WHERE Id = '" + id + "'")
            .body()
            .path("records")
            .path(0)
            .path("OrderItems");
    assertThat(children.path("records")).hasSize(3);
    assertThat(children.path("totalSize").asInt()).isEqualTo(5);
    var rest = api.send("GET", children.path("nextRecordsUrl").asText(), "").body();
    assertThat(rest.path("records")).hasSize(2);

    org.queries().expireLocators();
    assertThat(api.send("GET", next, "").errorCode()).isEqualTo("INVALID_QUERY_LOCATOR");
  }

  @Test
  @DisplayName("takes a batch size between 200 and 2000 as a hint")
  void batchSize() {
    org.data()
        .together(
            () -> {
              for (int i = 0; i < 250; i++) {
                org.data().insert("Account", Map.of("Name", "n" + i));
              }
              return account;
            });
    var reply = api.query("SELECT Id FROM Account", "Sforce-Query-Options", "batchSize=50");
    assertThat(reply.body().path("records")).hasSize(200);
  }

  private static List<String> ids(JsonNode body) {
    return StreamSupport.stream(body.path("records").spliterator(), false)
        .map(record -> record.path("Id").asText())
        .toList();
  }
}
