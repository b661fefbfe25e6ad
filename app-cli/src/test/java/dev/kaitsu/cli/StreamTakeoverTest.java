package dev.kaitsu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.sandbox.OutsideWorld;
import dev.kaitsu.sandbox.demo.DemoOrders;
import dev.kaitsu.sandbox.store.PostgresOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Of two server processes the one that reads the channels")
class StreamTakeoverTest {
  private static OutsideWorld world;
  private static DemoOrders demo;
  @TempDir private Path directory;

  @BeforeAll
  static void open() {
    world = OutsideWorld.start(PostgresOptions.fast());
    demo = new DemoOrders(world);
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @Test
  @DisplayName("is killed: the other one resumes from the cursor, and no order is lost")
  void killed() {
    var reader = serve();
    try (var other = serve()) {
      await().atMost(KaitsuProcess.PATIENCE).until(() -> states(reader).equals("live"));
      await().atMost(KaitsuProcess.PATIENCE).until(() -> states(other).equals("standby"));
      var before = approved(3);
      awaitActivated(before);

      reader.kill();
      var after = approved(5);

      awaitActivated(after);
      await().atMost(KaitsuProcess.PATIENCE).until(() -> states(other).equals("live"));
      assertThat(after).extracting(StreamTakeoverTest::timesBilled).containsOnly(1);
      assertThat(world.pubSub().traffic().openStreams("/data/OrderChangeEvent")).isEqualTo(1);
    }
  }

  @Test
  @DisplayName(
      "freezes and wakes up: it stands by, and what it held is neither lost nor done twice")
  void frozen() {
    try (var reader = serve();
        var other = serve()) {
      await().atMost(KaitsuProcess.PATIENCE).until(() -> states(reader).equals("live"));
      reader.signal("STOP");
      var orders = approved(5);
      awaitActivated(orders);
      await().atMost(KaitsuProcess.PATIENCE).until(() -> states(other).equals("live"));

      reader.signal("CONT");

      await().atMost(KaitsuProcess.PATIENCE).until(() -> states(reader).equals("standby"));
      var later = approved(3);
      awaitActivated(later);
      orders.addAll(later);
      assertThat(orders)
          .extracting(StreamTakeoverTest::timesBilled)
          .isEqualTo(Collections.nCopies(8, 1));
      assertThat(states(other)).isEqualTo("live");
    }
  }

  private KaitsuProcess serve() {
    var variables = new HashMap<>(world.environment());
    variables.put("PORT", "0");
    variables.put("KAITSU_TAKEOVER_AFTER", "4s");
    variables.put("KAITSU_SWEEP_INTERVAL", "1h"); // nothing but the streams may find an order
    return KaitsuProcess.start(directory, variables, "serve").awaitReady();
  }

  /** The states of all channels, which are to be one. */
  private static String states(KaitsuProcess server) {
    var page = server.get("/health/sf-events").body();
    return List.of("live", "standby").stream()
        .filter(state -> page.split("\"state\" : \"" + state + "\"", -1).length == 4)
        .findFirst()
        .orElse(page);
  }

  private static List<String> approved(int count) {
    var orders = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      orders.add(demo.plain());
    }
    world.salesforce().approve(orders);
    return orders;
  }

  private static void awaitActivated(List<String> orders) {
    await()
        .atMost(KaitsuProcess.PATIENCE)
        .until(() -> orders.stream().allMatch(StreamTakeoverTest::isActivated));
  }

  private static boolean isActivated(String order) {
    return world
        .salesforce()
        .data()
        .text(order, "Activation_Status__c")
        .filter("Activated"::equals)
        .isPresent();
  }

  private static int timesBilled(String order) {
    return world.whmcs().books().ordersMarked(order).size();
  }
}
