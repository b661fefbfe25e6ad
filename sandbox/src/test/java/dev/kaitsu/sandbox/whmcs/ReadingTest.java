package dev.kaitsu.sandbox.whmcs;

import static dev.kaitsu.sandbox.whmcs.WhmcsScene.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kaitsu.sandbox.whmcs.WhmcsBehaviour.ListOrder;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What was ordered can be read back, a page at a time")
class ReadingTest {
  private final WhmcsScene scene = new WhmcsScene();

  @AfterEach
  void close() {
    scene.close();
  }

  private List<String> orderIds(String... filters) {
    return ids(scene.api.call("GetOrders", filters));
  }

  private static List<String> ids(JsonNode answer) {
    return answer.path("orders").path("order").findValuesAsText("id");
  }

  @Test
  @DisplayName("orders come by client, by id and by status")
  void filters() {
    scene.whmcs.add(WhmcsClient.active(2002));
    scene.order();
    scene.order();
    scene.order("clientid", "2002");
    scene.whmcs.staff().cancels(1);

    assertThat(orderIds("userid", "1001")).containsExactly("2", "1");
    assertThat(orderIds("id", "3")).containsExactly("3");
    assertThat(orderIds("id", "3", "userid", "1001")).isEmpty();
    assertThat(orderIds("status", "Pending")).containsExactly("3", "2");
    assertThat(orderIds("userid", "404")).isEmpty();
  }

  @Test
  @DisplayName("an order shows number ids, its notes and its services as line items")
  void orderRow() {
    var added = scene.order("pid[1]", "242", "billingcycle[1]", "onetime");
    var order = scene.api.call("GetOrders", "id", "1").path("orders").path("order").get(0);
    assertThat(order.get("id").isInt()).isTrue();
    assertThat(order.get("userid").intValue()).isEqualTo(CLIENT);
    assertThat(order.get("notes").asText()).isEqualTo("sfOrderId=" + WhmcsScene.MARKER);
    assertThat(order.get("amount").asText()).isEqualTo("27800.00");
    assertThat(order.get("date").asText()).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
    assertThat(order.get("paymentmethodname").asText()).isEqualTo("Mail In Payment");
    var items = order.path("lineitems").path("lineitem");
    assertThat(String.join(",", items.findValuesAsText("relid")))
        .isEqualTo(added.get("serviceids").asText());
    assertThat(items.findValuesAsText("billingcycle")).containsExactly("Monthly", "One-Time");
  }

  @Test
  @DisplayName("twenty-five rows a page by default, and never more than the installation allows")
  void paging() {
    for (int i = 0; i < 30; i++) {
      scene.whmcs.staff().orders(CLIENT, 182);
    }
    var first = scene.api.call("GetOrders", "userid", "1001");
    assertThat(first.get("totalresults").asInt()).isEqualTo(30);
    assertThat(first.get("numreturned").asInt()).isEqualTo(25);
    var second = scene.api.call("GetOrders", "userid", "1001", "limitstart", "25");
    assertThat(second.get("startnumber").asInt()).isEqualTo(25);
    assertThat(ids(second)).hasSize(5);
    assertThat(orderIds("limitstart", "99")).isEmpty();

    scene.whmcs.behaviour().capPagesAt(10);
    assertThat(orderIds("limitnum", "250")).hasSize(10);
  }

  @ParameterizedTest
  @EnumSource(ListOrder.class)
  @DisplayName("whatever the order of rows, the pages together hold each row once")
  void pagesAddUp(ListOrder order) {
    for (int i = 0; i < 30; i++) {
      scene.whmcs.staff().orders(CLIENT, 182);
    }
    scene.whmcs.behaviour().listsCome(order);
    var seen = new TreeSet<String>();
    for (int start = 0; start < 30; start += 7) {
      seen.addAll(orderIds("limitstart", Integer.toString(start), "limitnum", "7"));
    }
    assertThat(seen).hasSize(30);
  }

  @ParameterizedTest
  @CsvSource({"ASCENDING, 1", "DESCENDING, 4"})
  @DisplayName("rows may come oldest or newest first")
  void listOrder(ListOrder order, String first) {
    for (int i = 0; i < 4; i++) {
      scene.whmcs.staff().orders(CLIENT, 182);
    }
    scene.whmcs.behaviour().listsCome(order);
    assertThat(orderIds("limitnum", "2")).hasSize(2).startsWith(first);
  }

  @Test
  @DisplayName("an order may slip in between two pages")
  void rowsBetweenPages() {
    for (int i = 0; i < 4; i++) {
      scene.whmcs.staff().orders(CLIENT, 182);
    }
    scene.whmcs.behaviour().staffOrdersBetweenPages(1);
    assertThat(orderIds("userid", "1001", "limitnum", "2")).containsExactly("4", "3");
    assertThat(orderIds("userid", "1001", "limitstart", "2", "limitnum", "2"))
        .containsExactly("3", "2");
    assertThat(scene.whmcs.books().orders()).hasSize(5);
  }

  @Test
  @DisplayName("a service shows text ids, its order, fields and options, and a password in clear")
  void serviceRow() {
    scene.order(
        "customfields[0]",
        "YToxOntpOjM7czozOiJhYmMiO30=",
        "configoptions[0]",
        "YToxOntpOjc7aTo0Mjt9");
    var answer = scene.api.call("GetClientsProducts", "clientid", "1001");
    assertThat(answer.get("totalresults").isTextual()).isTrue();
    assertThat(answer.get("pid").isNull()).isTrue();
    var service = answer.path("products").path("product").get(0);
    assertThat(service.get("id").asText("number")).isEqualTo("1");
    assertThat(service.get("orderid").isTextual()).isTrue();
    assertThat(service.get("qty").asText()).isEqualTo("1");
    assertThat(service.get("recurringamount").asText()).isEqualTo("5000.00");
    assertThat(service.get("password").asText()).isNotEmpty();
    assertThat(service.path("customfields").path("customfield").findValuesAsText("value"))
        .containsExactly("abc", "");
    assertThat(service.path("configoptions").path("configoption").findValuesAsText("value"))
        .containsExactly("Own router");
  }

  @Test
  @DisplayName("services come by client, id, product and domain")
  void serviceFilters() {
    scene.order("domain[0]", "label.example", "pid[1]", "242");
    assertThat(services("clientid", "1001")).containsExactly("2", "1");
    assertThat(services("serviceid", "2")).containsExactly("2");
    assertThat(services("clientid", "1001", "pid", "242")).containsExactly("2");
    assertThat(services("domain", "label.example")).containsExactly("1");
    assertThat(services("clientid", "404")).isEmpty();
  }

  private List<String> services(String... filters) {
    var rows = scene.api.call("GetClientsProducts", filters).path("products").path("product");
    return rows.valueStream().map(row -> row.get("id").asText()).toList();
  }

  @Test
  @DisplayName("damaged text spoils the list of one client, not that of another")
  void malformedText() {
    scene.whmcs.add(WhmcsClient.active(2002));
    scene.order();
    scene.order("clientid", "2002");
    scene.whmcs.behaviour().storesMalformedText(CLIENT);
    assertThat(scene.api.call("GetClientsProducts", "clientid", "1001").get("message").asText())
        .startsWith("Error generating JSON encoded response: Malformed UTF-8 characters");
    assertThat(services("clientid", "2002")).hasSize(1);
  }

  @Test
  @DisplayName("a service's custom fields, notes and status can be changed")
  void updateService() {
    scene.order();
    var answer =
        scene.api.call(
            "UpdateClientProduct",
            "serviceid",
            "1",
            "customfields",
            "YToxOntpOjM7czozOiJhYmMiO30=",
            "notes",
            "checked");
    assertThat(answer.get("serviceid").asText()).isEqualTo("1");
    var service = scene.whmcs.books().service(1).orElseThrow();
    assertThat(service.customFields()).containsEntry(3, "abc");
    assertThat(service.notes()).isEqualTo("checked");
    assertThat(service.status()).isEqualTo("Pending");
    assertThat(scene.api.call("UpdateClientProduct", "serviceid", "9").get("message").asText())
        .isEqualTo("Service ID Not Found");
  }

  @Test
  @DisplayName("the catalogue shows prices by currency, and quantities from 8.12 on")
  void products() {
    var products = scene.api.call("GetProducts", "pid", "182,301").path("products").path("product");
    assertThat(products).hasSize(2);
    assertThat(products.get(0).at("/pricing/JPY/monthly").asText()).isEqualTo("5000.00");
    assertThat(products.get(0).at("/pricing/JPY/annually").asText()).isEqualTo("-1.00");
    assertThat(products.get(0).at("/customfields/customfield/0/name").asText())
        .isEqualTo("OpportunityId");
    assertThat(products.get(0).at("/configoptions/configoption/0/options/option/0/id").asText())
        .isEqualTo("42");
    assertThat(products.get(1).get("allowqty").asInt()).isEqualTo(2);
    var oneTime = scene.api.call("GetProducts", "pid", "242");
    assertThat(oneTime.at("/products/product/0/pricing/JPY/monthly").asText())
        .isEqualTo("22800.00");

    scene.whmcs.behaviour().version("8.11.0");
    assertThat(scene.api.call("GetProducts", "pid", "301").findValue("allowqty")).isNull();
    assertThat(scene.api.call("GetProducts").get("totalresults").asInt()).isEqualTo(5);
  }

  @Test
  @DisplayName("a client's details come twice; cards tell whether orders may go ahead")
  void clients() {
    scene.whmcs.add(WhmcsClient.active(2002).withoutPayMethod().withCurrency("USD"));
    var details = scene.api.call("GetClientsDetails", "clientid", "2002");
    assertThat(details.get("currency_code").asText()).isEqualTo("USD");
    assertThat(details.at("/client/id").asInt()).isEqualTo(2002);
    assertThat(scene.api.call("GetPayMethods", "clientid", "2002").get("paymethods")).isEmpty();
    assertThat(scene.api.call("GetPayMethods", "clientid", "1001").get("paymethods")).hasSize(1);
    for (String action : List.of("GetClientsDetails", "GetPayMethods")) {
      assertThat(scene.api.call(action, "clientid", "404").get("message").asText())
          .isEqualTo("Client Not Found");
    }
  }

  @Test
  @DisplayName("version and gateways can be asked for")
  void system() {
    assertThat(scene.api.call("WhmcsDetails").at("/whmcs/version").asText()).isEqualTo("8.13.1");
    assertThat(scene.api.call("GetPaymentMethods").findValuesAsText("module"))
        .containsExactly("mailin", "paypal");
  }
}
