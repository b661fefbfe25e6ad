package dev.kaitsu.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A channel that carries orders and items")
class OneChannelTest {
  private static final String CHANNEL = "/data/ChangeEvents";
  @AutoClose private final Scene scene = new Scene();

  @Test
  @DisplayName("is named for both, subscribed once, and tells each order once")
  void ordersAndItems() {
    scene
        .world()
        .bus()
        .defineChannel(CHANNEL, Set.of("/data/OrderChangeEvent", "/data/OrderItemChangeEvent"));
    var channels =
        Map.of(
            "SF_ORDER_CDC_CHANNEL", CHANNEL,
            "SF_ORDER_ITEM_CDC_CHANNEL", CHANNEL,
            "SF_PROVISION_EVENT_CHANNEL", "off");
    try (var server = scene.serve(channels)) {
      var orders = scene.plainOrders(3);

      scene.approve(orders);

      scene.awaitActivation(orders, "Activated");
      await().atMost(Scene.PATIENCE).until(() -> server.hintsFrom("cdc") == 3);
      assertThat(scene.timesBilled(orders)).isEqualTo(Collections.nCopies(3, 1));
      assertThat(scene.world().pubSub().traffic().subscribes(CHANNEL)).hasSize(1);
    }
  }
}
