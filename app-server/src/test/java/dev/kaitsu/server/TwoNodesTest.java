package dev.kaitsu.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Two servers on one database")
class TwoNodesTest {
  private static final Map<String, String> SETTINGS =
      Map.of("KAITSU_TAKEOVER_AFTER", "4s", "KAITSU_WORKERS", "2", "SF_PUBSUB_NUM_REQUESTED", "5");
  private static final List<String> TOPICS =
      List.of(
          "/data/OrderChangeEvent",
          "/data/OrderItemChangeEvent",
          "/event/OrderProvisionRequested__e");
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
  @DisplayName("keep one live stream per topic; when its server stops the other one reads on")
  void oneStream() {
    var first = scene.serve(SETTINGS);
    try (var second = scene.serve(SETTINGS)) {
      assertThat(states(first)).containsOnly("live");
      assertThat(states(second)).containsOnly("standby");
      assertThat(second.page("/health/sf-events").at("/topics/0/holder").asText()).isNotEmpty();
      assertThat(second.page("/health/sf-events").at("/status").asText()).isEqualTo("ok");
      assertThat(second.page("/health").at("/status").asText()).isEqualTo("ok");
      var before = scene.plainOrders(4);
      scene.approve(before);
      scene.awaitActivation(before, "Activated");
      assertThat(second.metric("kaitsu_stream_state", "state=\"standby\"")).isEqualTo(3);
      assertThat(second.metric("kaitsu_stream_state", "state=\"live\"")).isZero();

      first.close();
      var after = scene.plainOrders(4);
      scene.approve(after);

      scene.awaitActivation(after, "Activated");
      await()
          .atMost(Scene.PATIENCE)
          .until(() -> states(second).equals(List.of("live", "live", "live")));
      assertThat(second.page("/health/sf-events").at("/topics/0/term").asInt()).isGreaterThan(1);
      assertThat(scene.timesBilled(after)).isEqualTo(Collections.nCopies(4, 1));
      for (String topic : TOPICS) {
        assertThat(scene.world().pubSub().traffic().mostOpenStreams(topic)).as(topic).isEqualTo(1);
      }
    } finally {
      first.close();
    }
  }

  @Test
  @DisplayName("receive whatever comes while WHMCS answers nobody: the streams do not notice")
  void stalledWhmcs() {
    scene.world().whmcs().faults().latency("*", Duration.ofMinutes(1));
    var settings = new HashMap<>(SETTINGS);
    settings.put("WHMCS_TIMEOUT", "5m");
    settings.put("KAITSU_LOOK_WINDOW", "10m");
    settings.put("KAITSU_DRAIN_TIME", "100ms");
    try (var server = scene.serve(settings)) {
      var traffic = scene.world().pubSub().traffic();
      var streamsBefore = traffic.subscribes().size();
      var orders = scene.plainOrders(40); // four times workers by credits

      orders.forEach(scene::approve);

      await().atMost(Scene.PATIENCE).until(() -> server.hintsFrom("event") == 40);
      assertThat(orders).noneMatch(order -> scene.activation(order).equals("Activated"));
      assertThat(states(server)).containsOnly("live");
      assertThat(traffic.subscribes()).hasSize(streamsBefore);
    }
  }

  private static List<String> states(RunningServer server) {
    JsonNode topics = server.page("/health/sf-events").at("/topics");
    return StreamSupport.stream(topics.spliterator(), false)
        .map(topic -> topic.at("/state").asText())
        .toList();
  }
}
