package dev.kaitsu.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.kaitsu.sandbox.whmcs.WhmcsBehaviour.FrontDoor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The systems around are checked by schedule")
class ScheduledHealthTest {
  private static final Map<String, String> NO_EVENTS = Map.of("SF_EVENTS_ENABLED", "false");
  private static final List<String> SYSTEMS =
      List.of("database", "cache", "salesforce", "whmcs", "freebit", "sftp");

  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  @DisplayName("and each is shown with its level, response time, last and next check")
  void shown() {
    try (var server = scene.serve(NO_EVENTS)) {
      awaitChecks(server);

      var page = server.page("/health");
      assertThat(page.at("/status").asText()).isEqualTo("ok");
      for (var name : SYSTEMS) {
        var system = page.at("/systems/" + name);
        assertThat(system.at("/level").asText()).as(name).isEqualTo("ok");
        assertThat(system.at("/responseMs").asLong(-1)).as(name).isNotNegative();
        assertThat(Instant.parse(system.at("/checkedAt").asText()))
            .as(name)
            .isBefore(Instant.parse(system.at("/next").asText()));
        var label = "system=\"%s\"".formatted(name);
        assertThat(server.metric("kaitsu_health_level", label)).as(name).isZero();
        assertThat(server.metric("kaitsu_health_response_seconds", label)).as(name).isNotNegative();
        assertThat(server.metric("kaitsu_health_unattended_seconds", label)).isBetween(0.0, 60.0);
        assertThat(server.metric("kaitsu_health_error_ratio", label)).as(name).isZero();
      }
    }
  }

  @Test
  @DisplayName("by one of several nodes, whose findings all show; when it stops, by another")
  void oneNode() {
    var first = scene.serve(NO_EVENTS);
    try (var second = scene.serve(NO_EVENTS)) {
      awaitChecks(first);
      awaitChecks(second);
      awaitLooksAtWhatIsDue(4);
      assertThat(checksOfWhmcs()).isEqualTo(1);
      assertThat(second.page("/health").at("/systems/whmcs/checkedAt"))
          .isEqualTo(first.page("/health").at("/systems/whmcs/checkedAt"));

      first.close();
      scene.database().run("update kaitsu.health_checks set next_at = now()");
      await().atMost(Scene.PATIENCE).until(() -> checksOfWhmcs() == 2);
    }
  }

  @Test
  @DisplayName("one that is slow is a warning, which degrades nothing")
  void slow() {
    scene.world().whmcs().faults().latency("WhmcsDetails", Duration.ofMillis(2_100));
    try (var server = scene.serve(NO_EVENTS)) {
      awaitChecks(server);

      var page = server.page("/health");
      assertThat(page.at("/systems/whmcs/level").asText()).isEqualTo("warning");
      assertThat(page.at("/warnings/whmcs").asText()).contains("more than 2 s");
      assertThat(page.at("/integrations/whmcs").asText()).isEqualTo("ok");
      assertThat(page.at("/status").asText()).isEqualTo("ok");
      assertThat(server.metric("kaitsu_health_level", "whmcs")).isEqualTo(1);
    }
  }

  @Test
  @DisplayName("one that is down is critical, which degrades")
  void down() {
    scene.world().whmcs().behaviour().frontDoor(FrontDoor.MAINTENANCE_PAGE_503);
    try (var server = scene.serve(NO_EVENTS)) {
      awaitChecks(server);

      var page = server.page("/health");
      assertThat(page.at("/systems/whmcs/level").asText()).isEqualTo("critical");
      assertThat(page.at("/integrations/whmcs").asText()).isEqualTo("fail");
      assertThat(page.at("/problems/whmcs").asText()).isNotBlank();
      assertThat(page.at("/status").asText()).isEqualTo("degraded");
    }
  }

  @Test
  @DisplayName("checks that have stopped are stale, which degrades")
  void stale() {
    try (var server = scene.serve(NO_EVENTS)) {
      awaitChecks(server);
      scene
          .database()
          .run(
              "update kaitsu.health_checks set attended_at = now() - interval '12 minutes'"
                  + " where system = 'whmcs'");

      await()
          .atMost(Scene.PATIENCE)
          .until(() -> server.page("/health").at("/systems/whmcs/level").asText().equals("stale"));
      assertThat(server.page("/health").at("/status").asText()).isEqualTo("degraded");
      assertThat(server.page("/health").at("/problems/whmcs").asText()).contains("last checked");
    }
  }

  @Test
  @DisplayName("while the database is away the page is quick: it is critical, and others unknown")
  void databaseAway() {
    try (var server = scene.serve(NO_EVENTS)) {
      awaitChecks(server);
      scene.world().postgres().stop();
      await()
          .atMost(Scene.PATIENCE)
          .until(
              () -> server.page("/health").at("/systems/whmcs/level").asText().equals("unknown"));

      long asked = System.nanoTime();
      var page = server.page("/health");
      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(3));
      assertThat(page.at("/systems/database/level").asText()).isEqualTo("critical");
      assertThat(page.at("/checks/database").asText()).isEqualTo("fail");
      assertThat(page.at("/checks/cache").asText()).isEqualTo("ok");
      assertThat(page.at("/status").asText()).isEqualTo("degraded");
    } finally {
      scene.world().postgres().restart();
    }
  }

  private static void awaitChecks(RunningServer server) {
    await()
        .atMost(Scene.PATIENCE)
        .until(
            () -> {
              var systems = server.page("/health").at("/systems");
              return SYSTEMS.stream().allMatch(name -> systems.at("/" + name).has("checkedAt"));
            });
  }

  /** Has the nodes look again and again, sooner than they would. */
  private void awaitLooksAtWhatIsDue(int times) {
    long enough = looks() + times;
    await()
        .atMost(Scene.PATIENCE)
        .until(
            () -> {
              scene
                  .database()
                  .run(
                      "update kaitsu.scheduled_tasks set execution_time = now()"
                          + " where task_name = 'health' and not picked");
              return looks() >= enough;
            });
  }

  private long looks() {
    var rows =
        scene
            .database()
            .rows("select version from kaitsu.scheduled_tasks where task_name = 'health'");
    return Long.parseLong(rows.get(0).get(0));
  }

  private long checksOfWhmcs() {
    return scene.world().whmcs().calls().made().stream()
        .filter(call -> call.action().equals("WhmcsDetails"))
        .count();
  }
}
