package dev.kaitsu.sandbox.whmcs;

import static dev.kaitsu.sandbox.whmcs.WhmcsScene.CLIENT;
import static dev.kaitsu.sandbox.whmcs.WhmcsScene.MARKER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kaitsu.sandbox.whmcs.WhmcsBehaviour.NoInvoice;
import dev.kaitsu.sandbox.whmcs.WhmcsBehaviour.Notes;
import dev.kaitsu.sandbox.whmcs.WhmcsOrder.OrderLine;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("AddOrder makes what was asked for, each time it is asked")
class OrderingTest {
  private final WhmcsScene scene = new WhmcsScene();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  @DisplayName("a Pending order with a Pending service per line, at the product's price")
  void twoLines() {
    var order =
        scene.booked(scene.order("pid[1]", "242", "billingcycle[1]", "onetime", "qty[1]", "1"));
    assertThat(order.status()).isEqualTo("Pending");
    assertThat(order.clientId()).isEqualTo(CLIENT);
    assertThat(order.lines())
        .containsExactly(new OrderLine(182, "monthly", 1), new OrderLine(242, "onetime", 1));
    assertThat(order.services()).extracting(WhmcsService::pid).containsExactly(182, 242);
    assertThat(order.services()).extracting(WhmcsService::status).containsOnly("Pending");
    assertThat(order.amount()).isEqualByComparingTo("27800");
    assertThat(order.orderNumber()).matches("[1-9][0-9]{9}");
  }

  @Test
  @DisplayName("two identical calls make two orders")
  void notIdempotent() {
    scene.order();
    scene.order();
    assertThat(scene.whmcs.books().ordersMarked(MARKER)).hasSize(2);
    assertThat(scene.whmcs.calls().count("AddOrder")).isEqualTo(2);
  }

  @Test
  @DisplayName("the answer has text ids, the service ids twice, and empty lists of other kinds")
  void answer() {
    var answer = scene.order("noinvoice", "1");
    assertThat(answer.get("result").asText()).isEqualTo("success");
    assertThat(answer.get("orderid").isTextual()).isTrue();
    assertThat(answer.get("serviceids")).isEqualTo(answer.get("productids"));
    assertThat(answer.get("addonids").asText()).isEmpty();
    assertThat(answer.get("domainids").asText()).isEmpty();
    assertThat(answer.get("invoiceid").isInt()).isTrue();
  }

  @Test
  @DisplayName("ids count up with holes")
  void idsWithHoles() {
    int last = 0;
    for (int i = 0; i < 8; i++) {
      last = scene.order().get("orderid").asInt();
    }
    assertThat(last).isEqualTo(9);
  }

  @Test
  @DisplayName("a marker is found as a whole word only")
  void markerIsAWord() {
    scene.addOrder("pid[0]", "182", "notes", "sfOrderId=" + MARKER + "X");
    assertThat(scene.whmcs.books().ordersMarked(MARKER)).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {2} services of quantity {3}")
  @CsvSource({
    "8.13.1, 182, 1, 1",
    "8.13.1, 300, 3, 1",
    "8.13.1, 301, 1, 3",
    "9.0.0, 300, 3, 1",
    "8.11.2, 300, 1, 1",
    "8.11.2, 301, 1, 1"
  })
  @DisplayName("a quantity of three counts if version and product know quantities")
  void quantities(String version, int pid, int services, int qty) {
    scene.whmcs.behaviour().version(version);
    var order =
        scene.booked(
            scene.addOrder(
                "pid[0]", Integer.toString(pid), "billingcycle[0]", "monthly", "qty[0]", "3"));
    assertThat(order.services()).hasSize(services);
    assertThat(order.services()).extracting(WhmcsService::qty).containsOnly(qty);
  }

  @Test
  @DisplayName("custom fields and options are decoded; unknown ids and broken values are dropped")
  void customFields() {
    var order =
        scene.booked(
            scene.order(
                // 3 => Zürich, 9 => 東京 "A"
                "customfields[0]",
                "YToyOntpOjM7czo3OiJaw7xyaWNoIjtpOjk7czoxMDoi5p2x5LqsICJBIiI7fQ==",
                // 7 => 42
                "configoptions[0]",
                "YToxOntpOjc7aTo0Mjt9",
                "pid[1]",
                "242",
                "customfields[1]",
                "YToxOntpOjc7aTo0Mjt9",
                "configoptions[1]",
                "broken"));
    assertThat(order.services().get(0).customFields())
        .isEqualTo(Map.of(3, "Zürich", 9, "東京 \"A\""));
    assertThat(order.services().get(0).configOptions()).isEqualTo(Map.of(7, "42"));
    assertThat(order.services().get(1).customFields()).isEmpty();
    assertThat(order.services().get(1).configOptions()).isEmpty();
  }

  @Test
  @DisplayName("an installation may drop custom fields")
  void customFieldsNotStored() {
    scene.whmcs.behaviour().customFieldsAreStored(false);
    var order = scene.booked(scene.order("customfields[0]", "YToxOntpOjM7czozOiJhYmMiO30="));
    assertThat(order.services().get(0).customFields()).isEmpty();
  }

  @Test
  @DisplayName("notes land on the order, on its first service, or nowhere")
  void notes() {
    var onOrder = scene.booked(scene.order());
    scene.whmcs.behaviour().notesAreStored(Notes.ON_SERVICE);
    var onService = scene.booked(scene.order("pid[1]", "242"));
    scene.whmcs.behaviour().notesAreStored(Notes.NOWHERE);
    var nowhere = scene.booked(scene.order());

    String notes = "sfOrderId=" + MARKER;
    assertThat(onOrder.notes()).isEqualTo(notes);
    assertThat(onService.notes()).isEmpty();
    assertThat(onService.services()).extracting(WhmcsService::notes).containsExactly(notes, "");
    assertThat(scene.whmcs.books().ordersMarked(MARKER)).containsExactly(onOrder, onService);
    assertThat(nowhere.notes()).isEmpty();
  }

  @Test
  @DisplayName("an invoice is made unless noinvoice or a price of nothing forbids it")
  void invoices() {
    assertThat(scene.booked(scene.order()).invoiceId()).isPresent();
    assertThat(scene.booked(scene.order("noinvoice", "0")).invoiceId()).isPresent();
    assertThat(scene.booked(scene.order("noinvoice", "1")).invoiceId()).isEmpty();
    assertThat(scene.booked(scene.addOrder("pid[0]", "400")).invoiceId()).isEmpty();
    assertThat(
            scene
                .api
                .call("GetInvoices", "userid", "1001", "order", "desc")
                .path("invoices")
                .path("invoice")
                .findValuesAsText("id"))
        .containsExactly("2", "1");
  }

  @Test
  @DisplayName("a missing invoice is 0, an empty text, or not mentioned")
  void noInvoiceForms() {
    var behaviour = scene.whmcs.behaviour();
    behaviour.withoutInvoiceSays(NoInvoice.EMPTY_TEXT);
    assertThat(scene.order("noinvoice", "1").get("invoiceid").asText("?")).isEmpty();
    behaviour.withoutInvoiceSays(NoInvoice.MISSING);
    assertThat(scene.order("noinvoice", "1").has("invoiceid")).isFalse();
  }

  @Test
  @DisplayName("client credit pays at once: invoice Paid, service Active, order still Pending")
  void credit() {
    scene.whmcs.behaviour().creditPaysInvoices(true);
    var order = scene.booked(scene.order());
    assertThat(order.status()).isEqualTo("Pending");
    assertThat(order.services().get(0).status()).isEqualTo("Active");
    assertThat(scene.api.call("GetOrders", "id", "1").findValue("paymentstatus").asText())
        .isEqualTo("Paid");
  }

  @Test
  @DisplayName("a price override counts; a cycle that is not sold falls back to the shortest one")
  void prices() {
    assertThat(scene.booked(scene.order("priceoverride[0]", "12.50")).amount())
        .isEqualByComparingTo("12.50");
    var fallback = scene.booked(scene.addOrder("pid[0]", "182", "billingcycle[0]", "annually"));
    assertThat(fallback.services().get(0).cycle()).isEqualTo("monthly");
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource({
    "clientid, 9999, pid[0], Client ID Not Found",
    "clientid, 1002, pid[0], Unable to add order when client status is Closed",
    "paymentmethod, cash, pid[0], 'Invalid Payment Method. Valid options include mailin,paypal'",
    "paymentmethod, mailin, pid, Expecting parameter 'pid' to be an array",
    "paymentmethod, mailin, ignored, No items added to cart so order cannot proceed"
  })
  @DisplayName("a refusal says why in a 200, and makes nothing")
  void refusals(String field, String value, String pid, String message) {
    scene.whmcs.add(WhmcsClient.active(1002).withStatus("Closed"));
    JsonNode answer = scene.addOrder(pid, "182", field, value);
    assertThat(answer.get("result").asText()).isEqualTo("error");
    assertThat(answer.get("message").asText()).isEqualTo(message);
    assertThat(scene.whmcs.books().orders()).isEmpty();
  }

  @Test
  @DisplayName("an unknown product is left out, and so is an order of nothing else")
  void unknownProduct() {
    assertThat(scene.booked(scene.order("pid[1]", "99999")).lines()).hasSize(1);
    assertThat(scene.addOrder("pid[0]", "99999").get("message").asText()).startsWith("No items");
  }
}
