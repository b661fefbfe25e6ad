package dev.kaitsu.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kaitsu.sandbox.salesforce.rest.ScriptedError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The queue pages and metrics")
class QueuePagesTest {
  private static final Duration A_SCRAPE = Duration.ofSeconds(3);
  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"whmcs", "salesforce"})
  @DisplayName("say of each system how it is and how many calls were made")
  void eachSystem(String system) {
    try (var server = scene.serve()) {
      goesLive();

      var page = server.page("/health/queues/" + system);

      assertThat(Instant.parse(page.at("/timestamp").asText())).isBeforeOrEqualTo(Instant.now());
      assertThat(page.at("/health").asText()).isEqualTo("ok");
      assertThat(names(page.at("/metrics")))
          .containsExactly(
              "totalRequests",
              "completedRequests",
              "failedRequests",
              "queueSize",
              "pendingRequests",
              "averageWaitTime",
              "averageExecutionTime");
      assertThat(page.at("/metrics/totalRequests").asInt()).isPositive();
      assertThat(server.page("/health/queues").at("/" + system + "/health").asText())
          .isEqualTo("ok");
    }
  }

  @Test
  @DisplayName("show who waits for WHMCS and who is being answered, while it is slow")
  void slowWhmcs() {
    scene.world().whmcs().faults().latency("*", Duration.ofSeconds(2));
    try (var server = scene.serve(Map.of("WHMCS_CONCURRENCY", "1"))) {
      scene.approve(scene.plainOrders(3));

      await()
          .atMost(Scene.PATIENCE)
          .until(
              () -> {
                var metrics = server.page("/health/queues/whmcs").at("/metrics");
                return metrics.at("/queueSize").asInt() >= 2
                    && metrics.at("/pendingRequests").asInt() == 1;
              });
      assertThat(server.metric("kaitsu_calls_waiting", "system=\"whmcs\"")).isPositive();
      scene.world().whmcs().faults().clear();
      await()
          .atMost(Scene.PATIENCE)
          .until(() -> server.page("/health/queues/whmcs").at("/metrics/queueSize").asInt() == 0);
      assertThat(server.page("/health/queues/whmcs").at("/metrics/averageWaitTime").asInt())
          .isPositive();
    }
  }

  @Test
  @DisplayName("show Salesforce's daily calls, and the limits it told to any node")
  void limits() {
    try (var server = scene.serve()) {
      await()
          .atMost(Scene.PATIENCE)
          .until(
              () ->
                  server
                          .page("/health/queues/salesforce")
                          .at("/limits/DailyApiRequests/remaining")
                          .asInt()
                      > 0);
      assertThat(server.page("/health/queues/salesforce").at("/dailyUsage/limit").asInt())
          .isEqualTo(100_000);
      assertThat(server.metric("kaitsu_salesforce_api_limit", "")).isEqualTo(100_000);
      assertThat(server.metric("kaitsu_salesforce_limit_remaining", "DailyDelivered"))
          .isEqualTo(25_000);
    }
  }

  @Test
  @DisplayName("say what is missing where the user may not see the limits; all else works")
  void limitsNotShown() {
    scene
        .world()
        .salesforce()
        .errors()
        .next("limits", new ScriptedError(403, "INSUFFICIENT_ACCESS", "no access"), 5);
    try (var log = new CapturedLog();
        var server = scene.serve()) {
      goesLive();

      await()
          .atMost(Scene.PATIENCE)
          .until(() -> log.everything().toString().contains("Salesforce does not show its limits"));
      var page = server.page("/health/queues/salesforce");
      assertThat(page.at("/limits").asText()).contains("View Setup and Configuration");
      assertThat(page.at("/dailyUsage/limit").asInt()).isEqualTo(100_000);
      assertThat(server.metric("kaitsu_salesforce_limit_remaining", "DailyDelivered")).isNaN();
    }
  }

  @Test
  @DisplayName("below the reserve tell that calls are saved, while orders go on")
  void savesCalls() {
    scene.world().salesforce().calls().dailyLimit(300);
    try (var server = scene.serve(Map.of("SF_API_RESERVE", "99"))) {
      goesLive();
      goesLive();

      var page = server.page("/health/queues/salesforce");
      assertThat(page.at("/health").asText()).isEqualTo("degraded");
      assertThat(page.at("/problem").asText()).contains("daily calls");
    }
  }

  @Test
  @DisplayName("have every metric from the start, with zeros")
  void zeros() {
    try (var server = scene.serve()) {
      var text = server.get("/metrics").body();

      assertThat(text)
          .contains(
              "kaitsu_whmcs_requests_seconds_count{action=\"GetProducts\",outcome=\"failed\"} 0")
          .contains(
              "kaitsu_salesforce_requests_seconds_count{operation=\"write\",outcome=\"lost\"} 0")
          .contains(
              "kaitsu_whmcs_requests_seconds_bucket{action=\"AddOrder\",outcome=\"ok\",le=\"3.0\"}")
          .contains("kaitsu_queue_orders{state=\"held\"} 0")
          .contains("kaitsu_queue_oldest_seconds 0")
          .contains("kaitsu_sweeps_shed_total 0")
          .contains("kaitsu_calls_waiting{system=\"whmcs\"} 0");
    }
  }

  @Test
  @DisplayName("are there, and quickly, while the database is away: what it knows is NaN, or down")
  void databaseAway() {
    try (var server = scene.serve()) {
      scene.world().postgres().stop();

      await()
          .atMost(Scene.PATIENCE)
          .until(() -> Double.isNaN(server.metric("kaitsu_queue_orders", "state=\"due\"")));
      long asked = System.nanoTime();
      assertThat(server.get("/metrics").statusCode()).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(A_SCRAPE);
      assertThat(server.metric("kaitsu_queue_oldest_seconds", "")).isNaN();
      assertThat(server.page("/health/queues").at("/provisioning/health").asText())
          .isEqualTo("down");
    } finally {
      scene.world().postgres().restart();
    }
  }

  private void goesLive() {
    var order = scene.plainOrder();
    scene.approve(order);
    scene.awaitActivation(order, "Activated");
  }

  private static List<String> names(JsonNode part) {
    return part.properties().stream().map(Map.Entry::getKey).toList();
  }
}
