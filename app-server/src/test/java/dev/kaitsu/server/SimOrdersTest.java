package dev.kaitsu.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.sandbox.OutsideWorld;
import dev.kaitsu.sandbox.demo.DemoOrder;
import dev.kaitsu.sandbox.demo.DemoOrders;
import dev.kaitsu.sandbox.fault.Fault;
import dev.kaitsu.sandbox.fault.Fault.Moment;
import dev.kaitsu.sandbox.fault.Fault.Symptom;
import dev.kaitsu.sandbox.freebit.FreebitBehaviour.Casing;
import dev.kaitsu.sandbox.store.PostgresOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A SIM order")
@SuppressWarnings("try") // a server is only there to work
class SimOrdersTest {
  private static final int ALL_KINDS = 19;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static OutsideWorld world;
  private static DemoOrders demo;

  @BeforeAll
  static void open() {
    world = OutsideWorld.start(PostgresOptions.fast());
    demo = new DemoOrders(world);
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @BeforeEach
  void calm() {
    world.freebit().faults().clear();
    world.freebit().behaviour().casing(Casing.AS_SEEN);
    world.freebit().behaviour().codesAsNumbers(false);
    world.freebit().behaviour().appliesAfter(Duration.ofMillis(200));
  }

  @Test
  @DisplayName("of every kind ends as it must, its SIM activated once and written to its service")
  void everyKind() {
    var orders = simOrders();
    try (var server = serve()) {
      orders.forEach(order -> world.salesforce().approve(order.orderId()));
      orders.forEach(this::assertEndsAsExpected);
    }
    var live = ofKind("physical SIM", orders);
    assertThat(text(live, "WHMCS_Order_ID__c")).isNotEmpty();
    assertThat(serviceFields(live)).containsEntry(61, live.line().orElseThrow());
    var card = text(live, "Assign_Physical_SIM__c");
    assertThat(world.salesforce().data().text(card, "Assigned_Order__c")).contains(live.orderId());
  }

  @ParameterizedTest
  @EnumSource(
      value = Symptom.class,
      names = {"DROP", "HTTP_502_HTML", "EMPTY_200", "TRUNCATED"})
  @DisplayName("whose answer from Freebit is lost is activated once, live at the latest by a retry")
  void lostAnswer(Symptom symptom) {
    var order = ofKind("eSIM", simOrders());
    world
        .freebit()
        .faults()
        .script("PA05-41", new Fault(Moment.AFTER_COMMIT, symptom, Duration.ZERO), 1);
    try (var server = serve()) {
      world.salesforce().approve(order.orderId());
      awaitEnd(order);
      if (activation(order).equals("Failed")) {
        world.salesforce().retry(order.orderId());
      }
      await().atMost(PATIENCE).until(() -> activation(order).equals("Activated"));
    }
    assertActivatedOnce(order);
  }

  @Test
  @DisplayName("whose request never reached Freebit is activated after the look window, once")
  void lostRequest() {
    var order = ofKind("eSIM", simOrders());
    world
        .freebit()
        .faults()
        .script("PA05-41", new Fault(Moment.BEFORE_COMMIT, Symptom.DROP, Duration.ZERO), 1);
    try (var server = serve()) {
      world.salesforce().approve(order.orderId());
      awaitEnd(order);
      assertThat(activation(order)).isEqualTo("Failed");
      world.salesforce().retry(order.orderId());
      await().atMost(PATIENCE).until(() -> activation(order).equals("Activated"));
    }
    assertActivatedOnce(order);
  }

  @Test
  @DisplayName("goes on at another node where the first one stopped")
  void anotherNode() {
    world.freebit().behaviour().appliesAfter(Duration.ofSeconds(3));
    var order = ofKind("physical SIM", simOrders());
    try (var first = serve()) {
      world.salesforce().approve(order.orderId());
      await()
          .atMost(PATIENCE)
          .until(() -> world.freebit().journal().timesActivated(line(order)) == 1);
    }
    try (var second = serve()) {
      await().atMost(PATIENCE).until(() -> activation(order).equals("Activated"));
    }
    assertActivatedOnce(order);
  }

  @Test
  @DisplayName("is read whatever the casing and the form of codes, with a key that just died")
  void oddAnswers() {
    world.freebit().behaviour().casing(Casing.RANDOM);
    world.freebit().behaviour().codesAsNumbers(true);
    var orders = simOrders();
    try (var server = serve()) {
      world.freebit().expireKeys();
      orders.forEach(order -> world.salesforce().approve(order.orderId()));
      orders.forEach(this::assertEndsAsExpected);
    }
  }

  @Test
  @DisplayName("leaves no personal data in the log")
  void quietLog() {
    var order = ofKind("physical, ported", simOrders());
    try (var log = new CapturedLog();
        var server = serve()) {
      world.salesforce().approve(order.orderId());
      await().atMost(PATIENCE).until(() -> activation(order).equals("Activated"));
      assertThat(String.join("\n", log.everything()))
          .contains("PA05-19")
          .doesNotContain(line(order), "見本", "ミホン", "1985");
    }
  }

  private static RunningServer serve() {
    var variables = new HashMap<>(world.environment());
    variables.put("KAITSU_SWEEP_INTERVAL", "1h");
    variables.put("KAITSU_SIM_LOOK_WINDOW", "4s");
    variables.put("FREEBIT_TIMEOUT", "5s");
    return RunningServer.start(Map.copyOf(variables)).awaitStreams();
  }

  private static List<DemoOrder> simOrders() {
    return demo.make(ALL_KINDS).stream().filter(order -> order.line().isPresent()).toList();
  }

  private static DemoOrder ofKind(String kind, List<DemoOrder> orders) {
    return orders.stream().filter(order -> order.kind().equals(kind)).findFirst().orElseThrow();
  }

  private void assertEndsAsExpected(DemoOrder order) {
    awaitEnd(order);
    var expected = order.expected();
    var seen = (activation(order) + " " + text(order, "Activation_Error_Code__c")).strip();
    assertThat(seen).as(order.kind()).isEqualTo(expected.toString());
    assertThat(world.freebit().journal().timesActivated(line(order)))
        .as("%s: activations", order.kind())
        .isEqualTo(expected.billedOrders());
  }

  private static void assertActivatedOnce(DemoOrder order) {
    assertThat(world.freebit().journal().timesActivated(line(order))).isEqualTo(1);
    assertThat(world.whmcs().books().ordersByMarker().get(order.orderId())).hasSize(1);
  }

  private void awaitEnd(DemoOrder order) {
    await()
        .atMost(PATIENCE)
        .until(() -> List.of("Activated", "Failed").contains(activation(order)));
  }

  private Map<Integer, String> serviceFields(DemoOrder order) {
    return world.whmcs().books().ordersByMarker().get(order.orderId()).get(0).services().stream()
        .findFirst()
        .orElseThrow()
        .customFields();
  }

  private static String line(DemoOrder order) {
    return order.line().orElseThrow();
  }

  private static String activation(DemoOrder order) {
    return text(order, "Activation_Status__c");
  }

  private static String text(DemoOrder order, String field) {
    return world.salesforce().data().text(order.orderId(), field).orElse("");
  }
}
