package dev.kaitsu.sandbox.whmcs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kaitsu.sandbox.whmcs.WhmcsBehaviour.Acceptance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An order is accepted or cancelled once, while it is Pending")
class OrderStatusTest {
  private static final String NOT_PENDING = "Order ID not found or Status not Pending";

  private final WhmcsScene scene = new WhmcsScene();
  private int id;

  @BeforeEach
  void order() {
    id = scene.order("pid[1]", "242").get("orderid").asInt();
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private JsonNode call(String action, String... fields) {
    String[] all = new String[fields.length + 2];
    all[0] = "orderid";
    all[1] = Integer.toString(id);
    System.arraycopy(fields, 0, all, 2, fields.length);
    return scene.api.call(action, all);
  }

  private void assertState(String orderStatus, String firstService, String secondService) {
    var order = scene.whmcs.books().order(id).orElseThrow();
    assertThat(order.status()).isEqualTo(orderStatus);
    assertThat(order.services())
        .extracting(WhmcsService::status)
        .containsExactly(firstService, secondService);
  }

  private static void assertRefused(JsonNode answer, String message) {
    assertThat(answer.get("result").asText()).isEqualTo("error");
    assertThat(answer.get("message").asText()).isEqualTo(message);
  }

  @Test
  @DisplayName("accepting turns order and services Active; a second time is refused")
  void accept() {
    assertThat(call("AcceptOrder", "autosetup", "1")).hasToString("{\"result\":\"success\"}");
    assertState("Active", "Active", "Active");
    assertRefused(call("AcceptOrder"), NOT_PENDING);
  }

  @Test
  @DisplayName("without set-up only the order turns Active")
  void acceptWithoutSetup() {
    call("AcceptOrder", "autosetup", "0");
    assertState("Active", "Pending", "Pending");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AcceptOrder", "CancelOrder"})
  @DisplayName("missing, cancelled and fraudulent orders share one refusal")
  void sharedRefusal(String action) {
    assertRefused(scene.api.call(action, "orderid", "77"), NOT_PENDING);
    scene.whmcs.staff().marksAsFraud(id);
    assertRefused(call(action), NOT_PENDING);
    scene.whmcs.staff().cancels(id);
    assertRefused(call(action), NOT_PENDING);
    assertState("Cancelled", "Cancelled", "Cancelled");
  }

  @ParameterizedTest(name = "{0}: order {1}, services {2} and {3}")
  @CsvSource({
    "MODULE_FAILS_ORDER_STAYS_PENDING, Pending, Pending, Pending",
    "MODULE_FAILS_ORDER_TURNS_ACTIVE, Active, Pending, Pending",
    "MODULE_FAILS_HALF_WAY, Pending, Active, Pending",
    "HOOK_ABORTS_ORDERS_WITH_NOTES, Pending, Pending, Pending",
    "STAFF_IS_FASTER, Active, Active, Active"
  })
  @DisplayName("a refused accept says little about what was done")
  void troubledAccept(Acceptance acceptance, String order, String first, String second) {
    scene.whmcs.behaviour().acceptance(acceptance);
    assertThat(call("AcceptOrder").get("result").asText()).isEqualTo("error");
    assertState(order, first, second);
  }

  @Test
  @DisplayName("the notes hook lets an order without notes pass")
  void hookNeedsNotes() {
    id = scene.addOrder("pid[0]", "182", "pid[1]", "242", "notes", "").get("orderid").asInt();
    scene.whmcs.behaviour().acceptance(Acceptance.HOOK_ABORTS_ORDERS_WITH_NOTES);
    call("AcceptOrder");
    assertState("Active", "Active", "Active");
  }

  @Test
  @DisplayName("cancelling takes the services along; setting back to Pending brings them back")
  void cancelAndBack() {
    call("CancelOrder");
    assertState("Cancelled", "Cancelled", "Cancelled");
    call("PendingOrder");
    assertState("Pending", "Pending", "Pending");
    assertRefused(scene.api.call("PendingOrder", "orderid", "77"), "Order ID Not Found");
  }

  @Test
  @DisplayName("statuses are counted")
  void statuses() {
    call("AcceptOrder");
    var statuses = scene.api.call("GetOrderStatuses").path("statuses").path("status");
    assertThat(statuses.findValuesAsText("title"))
        .containsExactly("Active", "Cancelled", "Fraud", "Pending");
    assertThat(statuses.findValuesAsText("count")).containsExactly("1", "0", "0", "0");
  }

  @Test
  @DisplayName("staff may move an order to another client, or delete it")
  void staffMovesAndDeletes() {
    scene.whmcs.add(WhmcsClient.active(2002));
    scene.whmcs.staff().moves(id, 2002);
    assertThat(scene.whmcs.books().ordersOf(WhmcsScene.CLIENT)).isEmpty();
    assertThat(scene.whmcs.books().ordersOf(2002)).hasSize(1);
    scene.whmcs.staff().deletes(id);
    assertThat(scene.whmcs.books().orders()).isEmpty();
    assertThat(scene.whmcs.books().ordersOf(2002)).isEmpty();
  }
}
