package dev.kaitsu.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Orders go on although a store fails")
@SuppressWarnings("try") // a server is there to run, not always to be spoken to
class StoresFailTest {
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
    scene.world().redis().restart();
    scene.world().postgres().restart();
  }

  @Test
  @DisplayName("without Redis from the start")
  void withoutRedis() {
    var environment = new HashMap<>(scene.environment(Map.of()));
    environment.remove("REDIS_URL");
    try (var server = RunningServer.start(environment).awaitStreams()) {
      goesLive();
      assertThat(server.page("/health").at("/checks/cache").asText()).isEqualTo("off");
      assertThat(server.page("/health").at("/status").asText()).isEqualTo("ok");
    }
  }

  @Test
  @DisplayName("when Redis stops")
  void redisStops() {
    try (var server = scene.serve()) {
      scene.world().redis().stop();

      goesLive();

      assertThat(server.page("/health").at("/status").asText()).isEqualTo("degraded");
      assertThat(server.page("/health").at("/integrations/redis").asText()).isEqualTo("fail");
      assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName("when Redis is not there at the start, and heals when it comes")
  void redisComesLater() {
    scene.world().redis().stop();
    try (var server = scene.serve()) {
      goesLive();

      scene.world().redis().restart();

      await()
          .atMost(Scene.PATIENCE)
          .until(() -> server.page("/health").at("/status").asText().equals("ok"));
    }
  }

  @Test
  @DisplayName("when PostgreSQL is restarted in the middle")
  void postgresRestarts() {
    scene.world().whmcs().faults().latency("*", Duration.ofMillis(150));
    try (var server = scene.serve()) {
      var orders = scene.plainOrders(10);
      scene.approve(orders);
      await()
          .atMost(Scene.PATIENCE)
          .pollInterval(Duration.ofMillis(10))
          .until(() -> orders.stream().anyMatch(order -> scene.creatingCalls(order) > 0));

      scene.world().postgres().restart();

      scene.awaitActivation(orders, "Activated");
      assertThat(scene.timesBilled(orders)).isEqualTo(Collections.nCopies(10, 1));
    }
  }

  @Test
  @DisplayName("a server whose PostgreSQL is away is not ready, and is ready again afterwards")
  void readiness() {
    try (var server = scene.serve()) {
      assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);

      scene.world().postgres().stop();

      assertThat(server.get("/health/ready").statusCode()).isEqualTo(503);
      assertThat(server.page("/health/ready").at("/checks/database").asText()).isEqualTo("fail");
      assertThat(server.page("/health").at("/status").asText()).isEqualTo("degraded");
      assertThat(server.get("/health/live").statusCode()).isEqualTo(200);

      scene.world().postgres().restart();

      await().atMost(Scene.PATIENCE).until(() -> server.get("/health/ready").statusCode() == 200);
      goesLive();
    }
  }

  private static void goesLive() {
    var order = scene.plainOrder();
    scene.approve(List.of(order));
    scene.awaitActivation(order, "Activated");
    assertThat(scene.billed(order)).hasSize(1);
  }
}
