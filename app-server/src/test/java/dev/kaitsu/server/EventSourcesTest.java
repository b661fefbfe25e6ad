package dev.kaitsu.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Whatever tells of an approval, every order is billed exactly once")
class EventSourcesTest {
  private static final int ORDERS = 6;
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
  @DisplayName("change data capture alone")
  void changeDataCaptureAlone() {
    scene.world().salesforce().publishEvents(Set.of());

    billsEachOnce(Map.of("SF_PROVISION_EVENT_CHANNEL", "off"), ORDERS, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {Scene.PROVISION_EVENT, Scene.FULFILMENT_EVENT})
  @DisplayName("the platform event alone, under each of its names")
  void platformEventAlone(String event) {
    scene.world().salesforce().captureChanges(false);
    scene.world().salesforce().publishEvents(Set.of(event));

    billsEachOnce(
        Map.of("SF_ORDER_CDC_CHANNEL", "off", "SF_PROVISION_EVENT_CHANNEL", "/event/" + event),
        0,
        ORDERS);
  }

  @Test
  @DisplayName("change data capture and both platform events together")
  void allTogether() {
    scene.world().salesforce().publishEvents(Set.of(Scene.PROVISION_EVENT, Scene.FULFILMENT_EVENT));

    billsEachOnce(
        Map.of(
            "SF_PROVISION_EVENT_CHANNEL",
            "/event/%s,/event/%s".formatted(Scene.PROVISION_EVENT, Scene.FULFILMENT_EVENT)),
        ORDERS,
        2 * ORDERS);
  }

  private void billsEachOnce(Map<String, String> changes, int fromCapture, int fromEvents) {
    try (var server = scene.serve(changes)) {
      var orders = scene.plainOrders(ORDERS);

      orders.subList(0, ORDERS / 2).forEach(scene::approve);
      scene.approve(orders.subList(ORDERS / 2, ORDERS)); // one transaction, one change event

      scene.awaitActivation(orders, "Activated");
      await()
          .atMost(Scene.PATIENCE)
          .untilAsserted(
              () -> {
                assertThat(server.hintsFrom("cdc")).isEqualTo(fromCapture);
                assertThat(server.hintsFrom("event")).isEqualTo(fromEvents);
              });
      assertThat(scene.timesBilled(orders)).isEqualTo(Collections.nCopies(ORDERS, 1));
    }
  }
}
