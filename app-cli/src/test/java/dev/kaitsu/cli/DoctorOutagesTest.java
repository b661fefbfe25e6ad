package dev.kaitsu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("kaitsu doctor names, among what does not answer,")
class DoctorOutagesTest {
  private static Clinic clinic;

  @BeforeAll
  static void start() {
    clinic = new Clinic();
  }

  @AfterAll
  static void stop() {
    clinic.close();
  }

  @Test
  @DisplayName("a database that is away, or whose password is wrong")
  void database() {
    var away = clinic.examine("DATABASE_URL", "postgresql://postgres:word@127.0.0.1:1/portal");

    assertThat(away.exitCode()).isEqualTo(1);
    assertThat(away.out()).doesNotContain("word@");
    assertThat(Clinic.complaints(away))
        .anyMatch(
            line -> line.startsWith("fail database.connection The database at 127.0.0.1:1/portal"))
        .contains("skip database.schema skipped, because database.connection failed; ");

    var url = "postgresql://postgres:word@127.0.0.1:%d/portal";
    var refused = clinic.examine("DATABASE_URL", url.formatted(clinic.world.postgres().port()));
    assertThat(Clinic.complaints(refused))
        .anyMatch(line -> line.contains("refused the account postgres"));
  }

  @Test
  @DisplayName("tables that are newer than this program, and whether they allow it to work")
  void newerSchema() throws SQLException {
    var postgres = clinic.world.postgres();
    postgres.createDatabase("newer");
    var environment = clinic.environment("DATABASE_URL", postgres.databaseUrl("newer"));
    Run.of(environment, "status", "8015g00000ZZZZZAA5"); // makes the tables
    run(
        postgres.jdbcUrl("newer"),
        "insert into kaitsu.flyway_schema_history select 99, '99', description, type, script,"
            + " checksum, installed_by, installed_on, execution_time, success"
            + " from kaitsu.flyway_schema_history where version = '1'");

    var allowed = Run.of(environment, "doctor", "-o", "json");
    assertThat(allowed.exitCode()).isZero();
    assertThat(Clinic.complaints(allowed))
        .anyMatch(line -> line.startsWith("warn database.schema the tables are of version 99"))
        .anyMatch(line -> line.startsWith("warn database.mappings public.id_mappings maps no"));

    run(postgres.jdbcUrl("newer"), "update kaitsu.schema_floor set version = 99");
    var forbidden = Run.of(environment, "doctor", "-o", "json");
    assertThat(forbidden.exitCode()).isEqualTo(1);
    assertThat(Clinic.complaints(forbidden))
        .anyMatch(line -> line.startsWith("fail database.schema The tables of Kaitsu in"));
  }

  private static void run(String url, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  @DisplayName("a Redis that is away; none at all is no fault")
  void redis() {
    var away = clinic.examine("REDIS_URL", "redis://127.0.0.1:1");
    assertThat(away.exitCode()).isEqualTo(1);
    assertThat(Clinic.complaints(away))
        .anyMatch(line -> line.startsWith("fail redis.connection Redis does not answer"))
        .contains("skip redis.session skipped, because redis.connection failed; ");

    var environment = clinic.environment();
    environment.remove("REDIS_URL");
    var without = Run.of(environment, "doctor", "-o", "json");
    assertThat(without.exitCode()).isZero();
    assertThat(Clinic.lines(without))
        .anyMatch(line -> line.startsWith("pass redis.connection off"));
  }

  @Test
  @DisplayName("systems that take a connection and never answer, within half a minute")
  void silence() throws IOException {
    try (var silent = new ServerSocket(0, 100, InetAddress.getLoopbackAddress())) {
      var host = "127.0.0.1:" + silent.getLocalPort();
      var start = Instant.now();

      var run =
          clinic.examine(
              "DATABASE_URL", "postgresql://postgres:word@" + host + "/portal",
              "REDIS_URL", "redis://" + host,
              "SF_LOGIN_URL", "http://" + host,
              "WHMCS_API_URL", "http://" + host + "/includes/api.php");

      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(30));
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(Clinic.complaints(run))
          .anyMatch(line -> line.startsWith("fail salesforce.login no answer within 15 s"))
          .anyMatch(line -> line.startsWith("fail whmcs.login no answer within 15 s"))
          .anyMatch(line -> line.startsWith("fail database.connection"))
          .anyMatch(line -> line.startsWith("fail redis.connection"))
          .anyMatch(line -> line.startsWith("skip products.mapping"));
    }
  }
}
