package dev.kaitsu.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.sandbox.fault.Fault;
import dev.kaitsu.sandbox.fault.Fault.Moment;
import dev.kaitsu.sandbox.fault.Fault.Symptom;
import dev.kaitsu.sandbox.fault.Faults;
import dev.kaitsu.sandbox.whmcs.WhmcsBehaviour.Notes;
import dev.kaitsu.sandbox.whmcs.WhmcsCalls;
import dev.kaitsu.sandbox.whmcs.WhmcsOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("When nobody knows what AddOrder did")
class UnknownAnswersTest {
  private static Scene scene;

  @BeforeAll
  static void open() {
    scene = new Scene();
  }

  @AfterAll
  static void close() {
    scene.close();
  }

  @AfterEach
  void calm() {
    scene.calm();
    scene.world().whmcs().behaviour().notesAreStored(Notes.ON_ORDER);
  }

  @ParameterizedTest
  @EnumSource(MarkerStore.class)
  @DisplayName("no order is billed twice, and each ends live or with a person, its marker kept in")
  void everyLostAnswer(MarkerStore store) {
    store.establish(scene.world().whmcs());
    var cases = new LinkedHashMap<String, LostAddOrder>();
    LostAddOrder.all().forEach(lost -> cases.put(orderThatMeets(lost.fault()), lost));
    try (var server = scene.serve(settings(store))) {
      var orders = List.copyOf(cases.keySet());
      scene.approve(orders);
      awaitEnd(orders);
      assertAll(cases, (order, lost, softly) -> checkFirstAttempt(order, lost, store, softly));

      orders.stream().filter(each -> scene.activation(each).equals("Failed")).forEach(this::retry);
      awaitEnd(orders);
      assertAll(cases, (order, lost, softly) -> checkRetry(order, lost, store, softly));
      assertThat(server.metric("kaitsu_billing_duplicates_total", "")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = MarkerStore.class,
      names = {"ORDER_NOTES", "SERVICE_NOTES", "CUSTOM_FIELD"})
  @DisplayName("and a proxy made it happen twice: the lower one is kept, the other never accepted")
  void foundTwice(MarkerStore store) {
    store.establish(scene.world().whmcs());
    try (var server = scene.serve(settings(store))) {
      var order =
          orderThatMeets(new Fault(Moment.AFTER_TWO_COMMITS, Symptom.HTTP_502_HTML, Duration.ZERO));
      scene.approve(order);
      scene.awaitActivation(order, "Activated");

      var billed = scene.billed(order).stream().map(WhmcsOrder::id).sorted().toList();
      assertThat(billed).hasSize(2);
      assertThat(scene.text(order, "WHMCS_Order_ID__c")).isEqualTo(billed.get(0).toString());
      assertThat(accepted(billed.get(0))).isEqualTo(1);
      assertThat(accepted(billed.get(1))).isZero();
      assertThat(scene.billed(order))
          .filteredOn(each -> each.id() == billed.get(1))
          .allMatch(WhmcsOrder::isPending);
      assertThat(scene.creatingCalls(order)).isEqualTo(1);
      assertThat(server.metric("kaitsu_billing_duplicates_total", "")).isEqualTo(1);
    }
  }

  private void checkFirstAttempt(
      String order, LostAddOrder lost, MarkerStore store, SoftAssertions softly) {
    softly.assertThat(scene.creatingCalls(order)).as("AddOrder requests").isEqualTo(1);
    if (lost.moment() == Moment.AFTER_COMMIT && store.keeps()) {
      softly.assertThat(scene.activation(order)).isEqualTo("Activated");
    }
    if (!lost.commits() || !store.keeps()) {
      softly.assertThat(scene.activation(order)).isEqualTo("Failed");
    }
  }

  private void checkRetry(
      String order, LostAddOrder lost, MarkerStore store, SoftAssertions softly) {
    boolean findable = !lost.commits() || store.keeps();
    var billed = scene.billed(order);
    softly.assertThat(billed).as("orders in WHMCS").hasSize(1);
    softly
        .assertThat(scene.activation(order))
        .as(scene.text(order, "Activation_Error_Message__c"))
        .isEqualTo(findable ? "Activated" : "Failed");
    softly
        .assertThat(billed.stream().mapToLong(each -> accepted(each.id())).sum())
        .as("AcceptOrder requests")
        .isEqualTo(findable ? 1 : 0);
    var requests = requests(order);
    softly.assertThat(requests).as("AddOrder requests").hasSize(lost.commits() ? 1 : 2);
    if (requests.size() == 2) {
      softly
          .assertThat(Duration.between(requests.get(0), requests.get(1)))
          .as("the second AddOrder follows a look after the window")
          .isGreaterThan(LostAddOrder.LOOK_WINDOW);
    }
    if (!findable) {
      softly
          .assertThat(scene.text(order, "Activation_Error_Code__c"))
          .isEqualTo("BILLING_ORDER_UNMARKED");
      softly.assertThat(state(order)).isEqualTo("PARKED");
    } else {
      softly
          .assertThat(scene.text(order, "WHMCS_Order_ID__c"))
          .isEqualTo(String.valueOf(billed.get(0).id()));
    }
  }

  private interface Check {
    void make(String order, LostAddOrder lost, SoftAssertions softly);
  }

  private static void assertAll(Map<String, LostAddOrder> cases, Check check) {
    var softly = new SoftAssertions();
    cases.forEach(
        (order, lost) -> {
          var one = new SoftAssertions();
          check.make(order, lost, one);
          one.errorsCollected().forEach(each -> softly.fail(lost + ": " + each.getMessage(), each));
        });
    softly.assertAll();
  }

  private static String orderThatMeets(Fault fault) {
    var order = scene.plainOrder();
    var client = String.valueOf(scene.clientOf(order));
    scene.world().whmcs().faults().script(Faults.about("AddOrder", client), fault, 1);
    return order;
  }

  private static Map<String, String> settings(MarkerStore store) {
    var settings = new HashMap<>(store.settings());
    settings.put("WHMCS_TIMEOUT", LostAddOrder.TIMEOUT.toSeconds() + "s");
    settings.put("KAITSU_LOOK_WINDOW", LostAddOrder.LOOK_WINDOW.toSeconds() + "s");
    return settings;
  }

  private void retry(String order) {
    scene.world().salesforce().retry(order);
  }

  private static void awaitEnd(List<String> orders) {
    await()
        .atMost(Scene.PATIENCE)
        .until(
            () ->
                orders.stream()
                    .map(scene::activation)
                    .allMatch(Set.of("Activated", "Failed")::contains));
  }

  private static List<Instant> requests(String order) {
    int client = scene.clientOf(order);
    return scene.world().whmcs().calls().made().stream()
        .filter(call -> call.action().equals("AddOrder") && call.clientId() == client)
        .map(WhmcsCalls.Call::at)
        .toList();
  }

  private static long accepted(int billingOrder) {
    return scene.world().whmcs().calls().made().stream()
        .filter(call -> call.action().equals("AcceptOrder") && call.orderId() == billingOrder)
        .count();
  }

  private static String state(String order) {
    return scene
        .database()
        .rows("select state from kaitsu.orders where order_id = '%s'".formatted(order))
        .get(0)
        .get(0);
  }
}
