package dev.kaitsu.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.sandbox.whmcs.WhmcsBehaviour.FrontDoor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("WHMCS is down for a while")
class WhmcsDownTest {
  private final Scene scene = new Scene();

  @BeforeEach
  void goesDown() {
    scene.world().whmcs().behaviour().frontDoor(FrontDoor.MAINTENANCE_PAGE_503);
  }

  @AfterEach
  void end() {
    scene.close();
  }

  @Test
  @DisplayName("the first orders fail; all others wait, and go live when it is back, oldest first")
  void ordersWait() {
    var orders = scene.plainOrders(30);
    List<String> waiting;
    try (var server = scene.serve(Map.of("KAITSU_WORKERS", "2"))) {
      scene.approve(orders);
      await().atMost(Scene.PATIENCE).until(() -> waiting().size() + failed(orders) == 30);
      waiting = waiting();
      assertThat(waiting).hasSizeGreaterThan(22);
      assertThat(server.metric("kaitsu_outages_total", "whmcs")).isEqualTo(1);

      scene.world().whmcs().behaviour().frontDoor(FrontDoor.OPEN);
      scene.awaitActivation(waiting, "Activated");
    }

    assertThat(scene.timesBilled(waiting)).containsOnly(1);
    int last = waiting.size();
    assertThat(newestBillOf(waiting.subList(0, 4)))
        .as("the first round was billed before the last one")
        .isLessThan(oldestBillOf(waiting.subList(last - 6, last)));
  }

  private List<String> waiting() {
    return scene
        .database()
        .rows("select order_id from kaitsu.orders where held_since is not null order by held_since")
        .stream()
        .map(row -> row.get(0))
        .toList();
  }

  private int failed(List<String> orders) {
    return (int) orders.stream().map(scene::activation).filter("Failed"::equals).count();
  }

  private int newestBillOf(List<String> orders) {
    return orders.stream().mapToInt(id -> scene.billed(id).get(0).id()).max().orElseThrow();
  }

  private int oldestBillOf(List<String> orders) {
    return orders.stream().mapToInt(id -> scene.billed(id).get(0).id()).min().orElseThrow();
  }

  @Test
  @DisplayName("where that is chosen, every order fails at once")
  void ordersFail() {
    var orders = scene.plainOrders(12);
    try (var server = scene.serve(Map.of("KAITSU_WHEN_WHMCS_DOWN", "FAIL"))) {
      scene.approve(orders);
      scene.awaitActivation(orders, "Failed");
      assertThat(server.metric("kaitsu_outages_total", "whmcs")).isZero();
    }
  }
}
