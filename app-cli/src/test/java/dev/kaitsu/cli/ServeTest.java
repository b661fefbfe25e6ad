package dev.kaitsu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kaitsu.sandbox.OutsideWorld;
import dev.kaitsu.sandbox.demo.DemoOrders;
import dev.kaitsu.sandbox.store.PostgresOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("kaitsu serve")
class ServeTest {
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

  @AfterEach
  void calm() {
    world.whmcs().faults().clear();
  }

  private static Map<String, String> environment(Map<String, String> changes) {
    var variables = new HashMap<>(world.environment());
    variables.put("PORT", "0");
    variables.put("KAITSU_LOOK_WINDOW", "4s");
    variables.put("KAITSU_TAKEOVER_AFTER", "2s");
    variables.put("WHMCS_TIMEOUT", "3s");
    variables.putAll(changes);
    return variables;
  }

  private KaitsuProcess serve() {
    return KaitsuProcess.start(directory, environment(Map.of()), "serve").awaitReady();
  }

  private static List<String> approved(int count) {
    var orders = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      orders.add(demo.plain());
    }
    world.salesforce().approve(orders);
    return orders;
  }

  private static boolean isActivated(String order) {
    return world
        .salesforce()
        .data()
        .text(order, "Activation_Status__c")
        .filter("Activated"::equals)
        .isPresent();
  }

  private static void awaitActivated(List<String> orders) {
    await()
        .atMost(KaitsuProcess.PATIENCE)
        .until(() -> orders.stream().allMatch(ServeTest::isActivated));
  }

  /** Waits until WHMCS holds so many of the orders, while others are still under way. */
  private static void awaitInTheMiddle(List<String> orders, int least) {
    await()
        .atMost(KaitsuProcess.PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> orders.stream().filter(order -> timesBilled(order) > 0).count() >= least);
    assertThat(orders).anyMatch(order -> !isActivated(order));
  }

  private static int timesBilled(String order) {
    return world.whmcs().books().ordersMarked(order).size();
  }

  @Test
  @DisplayName("killed in the middle and started again: every order is finished, none billed twice")
  void killedInTheMiddle() {
    world.whmcs().faults().latency("*", Duration.ofMillis(100));
    var server = serve();
    var orders = approved(30);
    awaitInTheMiddle(orders, 8);

    server.kill();
    long begun = orders.stream().filter(order -> timesBilled(order) > 0).count();
    long finished = orders.stream().filter(ServeTest::isActivated).count();
    assertThat(finished).isLessThan(30);

    try (var restarted = serve()) {
      awaitActivated(orders);
      assertThat(orders)
          .as("at the kill WHMCS held %d, of which %d were finished", begun, finished)
          .extracting(ServeTest::timesBilled)
          .isEqualTo(Collections.nCopies(30, 1));
      assertThat(restarted.err()).isEmpty();
    }
  }

  @Test
  @DisplayName("told to stop: what was begun is finished, the rest waits for the next server")
  void drains() {
    world.whmcs().faults().latency("AddOrder", Duration.ofMillis(400));
    var server = serve();
    var orders = approved(30);
    awaitInTheMiddle(orders, 1);

    server.terminate();
    server.awaitExit();

    assertThat(server.err()).isEmpty();
    assertThat(server.out()).contains("\"Stopped\"");
    assertThat(orders).allMatch(order -> isActivated(order) == (timesBilled(order) == 1));
    try (var next = serve()) {
      awaitActivated(orders);
      assertThat(next.err()).isEmpty();
      assertThat(orders).extracting(ServeTest::timesBilled).containsOnly(1);
    }
  }

  @Test
  @DisplayName("logs JSON lines alone, and its health is to be asked for")
  void logsAndHealth() throws IOException {
    try (var server = serve()) {
      var order = approved(1).get(0);
      awaitActivated(List.of(order));

      var health = Run.of(Map.of(), "health", "--url", server.address().toString(), "-o", "json");

      assertThat(health.exitCode()).as(health.err()).isZero();
      assertThat(health.json().at("/status").asText()).isEqualTo("ok");
      assertThat(health.json().at("/sfEvents/topics/0/state").asText()).isEqualTo("live");
      assertThat(health.json().at("/systems/whmcs/level").asText()).isEqualTo("ok");
      var json = JsonMapper.builder().build();
      for (var line : server.out().lines().toList()) {
        assertThat(json.readTree(line).at("/message").asText()).as(line).isNotEmpty();
      }
      assertThat(server.out()).contains("\"correlationId\":\"sf-order-" + order);
      assertThat(server.err()).isEmpty();
    }
  }

  @Test
  @DisplayName("takes its secrets from files")
  void secretFiles() throws IOException {
    var variables = environment(Map.of());
    for (var name : List.of("DATABASE_URL", "WHMCS_API_SECRET", "SF_PRIVATE_KEY_BASE64")) {
      var file = directory.resolve(name);
      Files.writeString(file, variables.remove(name) + "\n");
      variables.put(name + "_FILE", file.toString());
    }
    var order = demo.plain();
    world.salesforce().approve(order);

    assertThat(Run.of(variables, "fulfill", order).exitCode()).isZero();
  }

  @Test
  @DisplayName("says that its port is taken, and by which variable to change it")
  void portTaken() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
      var port = String.valueOf(taken.getLocalPort());

      var line = Run.of(environment(Map.of("PORT", port)), "serve").endsWithOneLine(ExitCode.USAGE);

      assertThat(line).contains("PORT", port);
    }
  }

  @Test
  @DisplayName("refuses tables that need a newer program")
  void newerTables() throws SQLException {
    var variables =
        withTables(
            "newer",
            """
            insert into kaitsu.flyway_schema_history
              (installed_rank, version, description, type, script, installed_by, execution_time, success)
            values (999, '999', 'of tomorrow', 'SQL', 'V999__of_tomorrow.sql', 'x', 1, true);
            update kaitsu.schema_floor set version = 999
            """);

    assertThat(Run.of(variables, "serve").endsWithOneLine(ExitCode.UNAVAILABLE))
        .contains("999", "start the newer program again");
  }

  @Test
  @DisplayName("refuses tables whose applied migration is not the one it brings")
  void changedMigration() throws SQLException {
    var variables =
        withTables(
            "changed",
            "update kaitsu.flyway_schema_history set checksum = checksum + 1 where version = '4'");

    assertThat(Run.of(variables, "serve").endsWithOneLine(ExitCode.UNAVAILABLE))
        .contains("not as this program left them", "restore the schema kaitsu from a backup");
  }

  /** A database with our tables, then changed behind our back. */
  private static Map<String, String> withTables(String database, String change)
      throws SQLException {
    world.postgres().createDatabase(database);
    var variables = environment(Map.of("DATABASE_URL", world.postgres().databaseUrl(database)));
    assertThat(Run.of(variables, "status", "8015g00000ZZZZZAA5").exitCode())
        .isEqualTo(ExitCode.NOT_FOUND.number());
    try (var connection = DriverManager.getConnection(world.postgres().jdbcUrl(database));
        var statement = connection.createStatement()) {
      statement.execute(change);
    }
    return variables;
  }
}
