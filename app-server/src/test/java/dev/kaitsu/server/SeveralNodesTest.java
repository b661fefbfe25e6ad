package dev.kaitsu.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Several nodes share the work")
class SeveralNodesTest {
  private static final int LIMIT = 3;

  private static Scene scene;

  @BeforeAll
  static void open() {
    scene = new Scene();
  }

  @AfterAll
  static void close() {
    scene.close();
  }

  @Test
  @DisplayName("WHMCS never sees more requests at once than it is promised, and all nodes work")
  void limitHoldsForAll() {
    var orders = scene.plainOrders(60);
    scene.world().whmcs().faults().latency("*", Duration.ofMillis(15));
    var limit = Map.of("WHMCS_CONCURRENCY", String.valueOf(LIMIT));

    try (var a = scene.serve(limit);
        var b = scene.serve(limit);
        var c = scene.serve(limit)) {
      scene.approve(orders);
      scene.awaitActivation(orders, "Activated");

      assertThat(scene.world().whmcs().faults().underWay().mostAtOnce()).isBetween(2, LIMIT);
      assertThat(List.of(a, b, c))
          .allMatch(node -> node.metric("kaitsu_whmcs_requests_seconds_count", "") > 0);
    }
    assertThat(scene.timesBilled(orders)).containsOnly(1);
  }
}
