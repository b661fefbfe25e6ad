package dev.kaitsu.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kaitsu.sandbox.salesforce.pubsub.PubSubError;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A server tells how it is")
class HealthPagesTest {
  private static final String EVENTS = "/event/" + Scene.PROVISION_EVENT;
  private static Scene scene;

  @BeforeAll
  static void open() {
    scene = new Scene();
  }

  @AfterAll
  static void close() {
    scene.close();
  }

  @Nested
  @DisplayName("when all is well")
  class AllIsWell {
    private RunningServer server;

    @BeforeEach
    void serve() {
      server = scene.serve();
    }

    @AfterEach
    void stop() {
      server.close();
    }

    @Test
    @DisplayName("/health says ok, for each part")
    void summary() {
      var page = server.page("/health");

      assertThat(page.at("/status").asText()).isEqualTo("ok");
      assertThat(page.at("/checks/database").asText()).isEqualTo("ok");
      assertThat(page.at("/checks/cache").asText()).isEqualTo("ok");
      for (var part : List.of("redis", "salesforce", "whmcs", "freebit", "sfEvents")) {
        assertThat(page.at("/integrations/" + part).asText()).as(part).isEqualTo("ok");
      }
      assertThat(page.has("problems")).isFalse();
      assertThat(Instant.parse(page.at("/timestamp").asText())).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    @DisplayName("/health/live and /health/ready answer 200")
    void liveAndReady() {
      assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
      assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
      assertThat(server.page("/health/ready").at("/status").asText()).isEqualTo("ok");
    }

    @Test
    @DisplayName("/health/sf-events shows each topic: state, last event, keepalive, cursor age")
    void streams() {
      var order = scene.plainOrder();
      scene.approve(order);
      scene.awaitActivation(order, "Activated");
      await()
          .atMost(Scene.PATIENCE)
          .until(
              () -> !server.page("/health/sf-events").findValuesAsText("lastEvent").contains(""));

      var page = server.page("/health/sf-events");
      assertThat(page.at("/status").asText()).isEqualTo("ok");
      assertThat(page.at("/windowSeconds").asInt()).isEqualTo(72 * 3600);
      assertThat(page.has("warning")).isFalse();
      assertThat(topics(page))
          .containsExactly("/data/OrderChangeEvent", "/data/OrderItemChangeEvent", EVENTS);
      assertThat(page.at("/parkedEvents").asInt(-2)).isZero();
      for (var topic : page.at("/topics")) {
        assertThat(topic.at("/state").asText()).isEqualTo("live");
        assertThat(topic.at("/term").asInt()).isPositive();
        assertThat(Instant.parse(topic.at("/lastEvent").asText())).isBefore(Instant.now());
        assertThat(topic.has("lastKeepalive")).isTrue();
        assertThat(topic.at("/secondsSinceLastMessage").asInt()).isBetween(0, 60);
        assertThat(topic.at("/cursorAgeSeconds").asInt()).isBetween(0, 60);
      }
    }

    @Test
    @DisplayName("/health/queues counts the orders that wait and the calls made")
    void queues() {
      var order = scene.plainOrder();
      scene.approve(order);
      scene.awaitActivation(order, "Activated");

      var page = server.page("/health/queues");

      assertThat(Instant.parse(page.at("/timestamp").asText())).isBeforeOrEqualTo(Instant.now());
      assertThat(page.at("/provisioning").fieldNames())
          .toIterable()
          .containsExactly("health", "due", "working", "later", "held", "longestWaitSeconds");
      for (var system : List.of("whmcs", "salesforce")) {
        var metrics = page.at("/" + system + "/metrics");
        assertThat(metrics.at("/completedRequests").asInt()).as(system).isPositive();
        assertThat(metrics.at("/totalRequests").asInt())
            .as(system)
            .isEqualTo(
                metrics.at("/completedRequests").asInt() + metrics.at("/failedRequests").asInt());
      }
      assertThat(page.at("/salesforce/dailyUsage/limit").asInt()).isPositive();
    }

    @Test
    @DisplayName("an unknown path is answered 404, with where to look instead")
    void unknownPath() {
      var answer = server.get("/helth");

      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).contains("/health");
    }

    @Test
    @DisplayName("/metrics counts attempts, times steps, and shows errors and event lag")
    void metrics() {
      var order = scene.plainOrder();
      scene.approve(order);
      scene.awaitActivation(order, "Activated");

      await()
          .atMost(Scene.PATIENCE)
          .until(() -> server.metric("kaitsu_attempts_total", "outcome=\"activated\"") == 1);
      assertThat(server.metric("kaitsu_attempts_total", "outcome=\"failed\"")).isZero();
      assertThat(server.metric("kaitsu_provisioning_duration_seconds_count", "activated"))
          .isEqualTo(1);
      for (var step : FollowOneOrderTest.STEPS) {
        var label = "step=\"%s\"".formatted(step);
        assertThat(server.metric("kaitsu_step_duration_seconds_count", label))
            .as(step)
            .isEqualTo(1);
      }
      assertThat(server.metric("kaitsu_whmcs_requests_seconds_count", "action=\"AddOrder\""))
          .isEqualTo(1);
      assertThat(server.get("/metrics").body())
          .contains("kaitsu_whmcs_errors_total{code=", "\nkaitsu_events_parked_open 0.0\n");
      assertThat(server.hintsFrom("cdc")).isEqualTo(1);
      assertThat(server.metric("kaitsu_stream_live", EVENTS)).isEqualTo(1);
    }

    private static List<String> topics(JsonNode page) {
      return StreamSupport.stream(page.at("/topics").spliterator(), false)
          .map(topic -> topic.at("/topic").asText())
          .toList();
    }
  }

  @Test
  @DisplayName("what is switched off is off, and degrades nothing")
  void switchedOff() {
    try (var server = scene.serve(Map.of("SF_EVENTS_ENABLED", "false"))) {
      assertThat(server.page("/health").at("/status").asText()).isEqualTo("ok");
      assertThat(server.page("/health").at("/integrations/sfEvents").asText()).isEqualTo("off");
      assertThat(server.page("/health/sf-events").at("/status").asText()).isEqualTo("off");
    }
  }

  @Test
  @DisplayName("a refused subscription degrades it, and says what to do")
  void refusedSubscription() {
    scene.world().pubSub().rejectNextSubscribes(PubSubError.TOPIC_PERMISSION, 20);
    try (var server = RunningServer.start(scene.environment(Map.of()))) {
      await()
          .atMost(Scene.PATIENCE)
          .until(() -> server.page("/health").at("/status").asText().equals("degraded"));

      var page = server.page("/health/sf-events");
      assertThat(page.at("/status").asText()).isEqualTo("degraded");
      assertThat(page.at("/topics/0/detail").asText()).isNotEmpty();
      assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
    } finally {
      scene.world().pubSub().forgetScript();
    }
  }
}
