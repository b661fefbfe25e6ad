package dev.kaitsu.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.sandbox.fault.Fault;
import dev.kaitsu.sandbox.fault.Fault.Symptom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("No order is billed twice")
@SuppressWarnings("try") // a server is there to run, not always to be spoken to
class NeverTwiceTest {
  private static final Duration LOOK_WINDOW = Duration.ofSeconds(2);
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
  }

  private static void awaitMetric(RunningServer server, String name, String label, long least) {
    await()
        .atMost(Scene.PATIENCE)
        .untilAsserted(
            () -> assertThat(server.metric(name, label)).isGreaterThanOrEqualTo((double) least));
  }

  @Nested
  @DisplayName("when its approval is told again")
  class ToldAgain {
    @Test
    @DisplayName("while it is being worked on")
    void whileWorking() {
      scene.world().whmcs().faults().latency("AddOrder", Duration.ofMillis(300));
      try (var server = scene.serve()) {
        var orders = scene.plainOrders(5);

        orders.forEach(scene::approve);
        await()
            .atMost(Scene.PATIENCE)
            .pollInterval(Duration.ofMillis(10))
            .until(() -> orders.stream().allMatch(order -> scene.creatingCalls(order) == 1));
        orders.forEach(scene::approve);
        orders.forEach(order -> scene.world().salesforce().requestProvisioning(order));

        scene.awaitActivation(orders, "Activated");
        // the hint that came meanwhile is looked at when the attempt ends
        awaitMetric(server, "kaitsu_orders_skipped_total", "", orders.size());
        assertThat(scene.timesBilled(orders)).isEqualTo(Collections.nCopies(5, 1));
      }
    }

    @Test
    @DisplayName("when it was cancelled and approved again")
    void approvedAgain() {
      try (var server = scene.serve()) {
        var order = scene.plainOrder();
        scene.approve(order);
        scene.awaitActivation(order, "Activated");

        scene.world().salesforce().cancel(order);
        scene.approve(order);

        awaitMetric(server, "kaitsu_orders_skipped_total", "reason=\"already_billed\"", 1);
        assertThat(scene.billed(order)).hasSize(1);
        assertThat(scene.creatingCalls(order)).isEqualTo(1);
      }
    }
  }

  @Nested
  @DisplayName("when all events are replayed from the start")
  class Replayed {
    @Test
    @DisplayName("to a restarted server")
    void toRestartedServer() {
      var orders = settledOrders();
      try (var server = scene.serve(Map.of("SF_EVENTS_REPLAY", "ALL"))) {
        awaitMetric(server, "kaitsu_events_repeated_total", "", 2L * orders.size());
      }
      assertThat(scene.timesBilled(orders)).isEqualTo(Collections.nCopies(orders.size(), 1));
    }

    @Test
    @DisplayName("to a server that forgot which events it received")
    void toForgetfulServer() {
      var orders = settledOrders();
      scene.database().run("truncate kaitsu.inbox");
      try (var server = scene.serve(Map.of("SF_EVENTS_REPLAY", "ALL"))) {
        awaitMetric(server, "kaitsu_orders_skipped_total", "", orders.size());
        await().atMost(Scene.PATIENCE).until(() -> allAreAtRest());
      }
      assertThat(scene.timesBilled(orders)).isEqualTo(Collections.nCopies(orders.size(), 1));
      assertThat(orders).extracting(scene::activation).containsOnly("Activated");
    }

    private boolean allAreAtRest() {
      return scene
          .database()
          .rows("select 1 from kaitsu.scheduled_tasks where task_name = 'fulfil'")
          .isEmpty();
    }

    private List<String> settledOrders() {
      try (var server = scene.serve()) {
        var orders = scene.plainOrders(5);
        scene.approve(orders);
        scene.awaitActivation(orders, "Activated");
        return orders;
      }
    }
  }

  @Nested
  @DisplayName("when the answer to AddOrder is lost")
  class LostAnswer {
    @Test
    @DisplayName("after WHMCS acted: the order is found and taken over at once")
    void afterCommit() {
      scene.world().whmcs().faults().script("AddOrder", Fault.after(Symptom.DROP), 1);
      try (var server = scene.serve()) {
        var order = scene.plainOrder();

        scene.approve(order);
        scene.awaitActivation(order, "Activated");

        assertThat(scene.billed(order)).hasSize(1);
        assertThat(scene.creatingCalls(order)).isEqualTo(1);
        assertThat(scene.text(order, "Activation_Error_Code__c")).isEmpty();
      }
    }

    @Test
    @DisplayName(
        "before it acted: Failed, and a retry creates one order when the window has closed")
    void beforeCommit() {
      scene.world().whmcs().faults().script("AddOrder", Fault.before(Symptom.DROP), 1);
      try (var server = scene.serve()) {
        var order = scene.plainOrder();

        scene.approve(order);
        scene.awaitActivation(order, "Failed");
        assertThat(scene.text(order, "Activation_Error_Code__c")).isEqualTo("ECONNRESET");
        scene.world().salesforce().retry(order);
        scene.awaitActivation(order, "Activated");

        assertThat(scene.billed(order)).hasSize(1);
        var calls = creations(order);
        assertThat(calls).hasSize(2);
        assertThat(Duration.between(calls.get(0), calls.get(1))).isGreaterThan(LOOK_WINDOW);
      }
    }

    @Test
    @DisplayName("and the order appears late, inside the window: the retry takes it over")
    void lateCommit() {
      var late = Fault.before(Symptom.LATE_COMMIT).delayedBy(Duration.ofMillis(1200));
      scene.world().whmcs().faults().script("AddOrder", late, 1);
      try (var server = scene.serve()) {
        var order = scene.plainOrder();

        scene.approve(order);
        scene.awaitActivation(order, "Failed");
        assertThat(scene.text(order, "Activation_Error_Code__c")).isEqualTo("504");
        scene.world().salesforce().retry(order);
        scene.awaitActivation(order, "Activated");

        assertThat(scene.billed(order)).hasSize(1);
        assertThat(scene.creatingCalls(order)).isEqualTo(1);
      }
    }

    @Test
    @DisplayName("by a time-out: Failed with ETIMEOUT, and nothing is sent again by itself")
    void timeOut() {
      var slow = Fault.before(Symptom.HTTP_500).delayedBy(Duration.ofSeconds(4));
      scene.world().whmcs().faults().script("AddOrder", slow, 1);
      try (var server = scene.serve(Map.of("WHMCS_TIMEOUT", "2s", "KAITSU_LOOK_WINDOW", "3s"))) {
        var order = scene.plainOrder();

        scene.approve(order);
        scene.awaitActivation(order, "Failed");

        assertThat(scene.text(order, "Activation_Error_Code__c")).isEqualTo("ETIMEOUT");
        assertThat(scene.text(order, "Activation_Error_Message__c")).contains("looked for");
        assertThat(scene.creatingCalls(order)).isEqualTo(1);
        assertThat(scene.billed(order)).isEmpty();
      }
    }

    private List<Instant> creations(String order) {
      return scene.world().whmcs().calls().made().stream()
          .filter(call -> call.action().equals("AddOrder"))
          .filter(call -> call.clientId() == scene.clientOf(order))
          .map(call -> call.at())
          .toList();
    }
  }

  @Test
  @DisplayName("by two servers on the same stores, which share the work")
  void twoServers() {
    var environment = Map.of("KAITSU_WORKERS", "4");
    scene.world().whmcs().faults().latency("AddOrder", Duration.ofMillis(100));
    try (var one = scene.serve(environment);
        var other = scene.serve(environment)) {
      var orders = scene.plainOrders(40);

      orders.subList(0, 20).forEach(scene::approve);
      scene.approve(orders.subList(20, 40));

      scene.awaitActivation(orders, "Activated");
      assertThat(scene.timesBilled(orders)).isEqualTo(Collections.nCopies(40, 1));
      assertThat(activatedBy(one)).isPositive();
      assertThat(activatedBy(other)).isPositive();
      await()
          .atMost(Scene.PATIENCE)
          .untilAsserted(() -> assertThat(activatedBy(one) + activatedBy(other)).isEqualTo(40));
    }
  }

  private static double activatedBy(RunningServer server) {
    return server.metric("kaitsu_attempts_total", "outcome=\"activated\"");
  }
}
