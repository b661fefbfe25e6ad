package dev.kaitsu.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.sandbox.salesforce.cdc.Telling;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@DisplayName("Whatever the event bus does, every approved order is billed once:")
@SuppressWarnings("try") // a server is there to run, not always to be spoken to
class StreamTroubleTest {
  private static final String CHANGES = "/data/OrderChangeEvent";
  private static final String REQUESTS = "/event/" + Scene.PROVISION_EVENT;
  private static final Map<String, String> SWEEPING = Map.of("KAITSU_SWEEP_INTERVAL", "300ms");
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

  @Test
  @DisplayName("forcedotcom/pub-sub-api#28: billing is slow, and the stream starves behind it")
  void slowBilling() {
    var salesforce = scene.world().salesforce();
    try (var server = scene.serve()) {
      var order = scene.plainOrder();
      scene.world().whmcs().faults().latency("AddOrder", Duration.ofSeconds(4));
      int streams = subscribes();
      scene.approve(order);
      await().atMost(Scene.PATIENCE).until(() -> scene.creatingCalls(order) == 1);

      long before = received();
      for (int i = 0; i < 150; i++) {
        salesforce.requestProvisioning(order);
      }

      await().atMost(Duration.ofSeconds(3)).until(() -> received() == before + 150);
      assertThat(scene.activation(order)).isEqualTo("Activating");
      scene.awaitActivation(order, "Activated");
      assertThat(scene.billed(order)).hasSize(1);
      assertThat(subscribes()).isEqualTo(streams);
    }
  }

  @ParameterizedTest
  @EnumSource(value = Telling.class, mode = Mode.EXCLUDE, names = "NOTHING")
  @DisplayName("changes come whole, as gaps, by wildcard or as an overflow")
  void tellings(Telling telling) {
    scene.world().salesforce().publishEvents(Set.of());
    scene.world().salesforce().tellChanges(telling);
    try (var server = scene.serve()) {
      var orders = scene.plainOrders(3);

      scene.approve(orders);

      scene.awaitActivation(orders, "Activated");
      assertThat(scene.timesBilled(orders)).containsOnly(1);
    }
  }

  @Test
  @DisplayName("one change event names 50 orders")
  void merged() {
    scene.world().salesforce().publishEvents(Set.of());
    try (var server = scene.serve()) {
      var orders = scene.plainOrders(50);

      scene.approve(orders);

      scene.awaitActivation(orders, "Activated");
      assertThat(scene.timesBilled(orders)).containsOnly(1);
    }
  }

  @Test
  @DisplayName("the cursor is accepted after a reset, but points elsewhere")
  void cursorPointsElsewhere() {
    try (var server = scene.serve()) {
      var order = scene.plainOrder();
      scene.approve(order);
      scene.awaitActivation(order, "Activated");
    }
    scene.world().bus().reuseReplayIds(CHANGES);
    scene.world().bus().reuseReplayIds(REQUESTS);
    var missed = scene.plainOrders(3);
    scene.approve(missed);

    try (var server = scene.serve()) {
      scene.awaitActivation(missed, "Activated");
      assertThat(scene.timesBilled(missed)).containsOnly(1);
    }
  }

  @Test
  @DisplayName("the cursor is rejected after a sandbox refresh")
  void cursorRejected() {
    try (var server = scene.serve()) {
      var order = scene.plainOrder();
      scene.approve(order);
      scene.awaitActivation(order, "Activated");
    }
    scene.world().bus().resetReplay(CHANGES);
    scene.world().bus().resetReplay(REQUESTS);
    var missed = scene.plainOrders(3);
    scene.approve(missed);

    try (var server = scene.serve()) {
      scene.awaitActivation(missed, "Activated");
      assertThat(scene.timesBilled(missed)).containsOnly(1);
    }
  }

  @Test
  @DisplayName("an event comes before its approval is committed, or the approval is rolled back")
  void eventBeforeCommit() {
    var salesforce = scene.world().salesforce();
    try (var server = scene.serve(SWEEPING)) {
      var early = scene.plainOrder();
      var rolledBack = scene.plainOrder();
      long before = received();
      salesforce.requestProvisioning(early);
      salesforce.requestProvisioning(rolledBack);
      await().atMost(Scene.PATIENCE).until(() -> received() >= before + 2);
      salesforce.captureChanges(false);
      salesforce.publishEvents(Set.of());

      scene.approve(early);

      scene.awaitActivation(early, "Activated");
      assertThat(scene.billed(early)).hasSize(1);
      assertThat(scene.billed(rolledBack)).isEmpty();
      assertThat(scene.activation(rolledBack)).isEmpty();
    }
  }

  private static long received() {
    return Long.parseLong(scene.database().rows("select count(*) from kaitsu.inbox").get(0).get(0));
  }

  private static int subscribes() {
    var traffic = scene.world().pubSub().traffic();
    return traffic.subscribes(CHANGES).size() + traffic.subscribes(REQUESTS).size();
  }
}
