package dev.kaitsu.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The PostgreSQL that tests share is a real one")
class EmbeddedPostgresTest {

  @Test
  @DisplayName("every test gets an empty database of its own")
  void databasesAreApart() throws SQLException {
    var one = SharedPostgres.database();
    var other = SharedPostgres.database();
    try (var connection = DriverManager.getConnection(one.jdbcUrl())) {
      execute(connection, "create table orders (id int)");
    }
    try (var connection = DriverManager.getConnection(other.jdbcUrl())) {
      assertThat(text(connection, "select to_regclass('orders') is null")).isEqualTo("t");
    }
  }

  @Test
  @DisplayName("it is version 17, in UTF-8 and UTC, and tells its address as DATABASE_URL does")
  void isTheVersionWeShip() throws SQLException {
    var database = SharedPostgres.database();
    try (var connection = DriverManager.getConnection(database.jdbcUrl())) {
      assertThat(text(connection, "show server_version")).startsWith("17.");
      assertThat(text(connection, "show server_encoding")).isEqualTo("UTF8");
    }
    assertThat(database.databaseUrl())
        .isEqualTo(
            "postgresql://kaitsu:kaitsu@127.0.0.1:%d/%s"
                .formatted(database.server().port(), database.name()));
  }

  @Test
  @DisplayName("a wrong password is refused")
  void refusesWrongPassword() {
    var database = SharedPostgres.database();
    var url = database.jdbcUrl().replaceFirst("password=.*", "password=wrong");
    assertThatThrownBy(() -> DriverManager.getConnection(url))
        .hasMessageContaining("password authentication failed");
  }

  @Test
  @DisplayName("a copy of a database holds what the original held")
  void copiesDatabases() throws SQLException {
    var template = SharedPostgres.database();
    try (var connection = DriverManager.getConnection(template.jdbcUrl())) {
      execute(connection, "create table orders as select 7 as id");
    }
    var copy = SharedPostgres.copyOf(template);
    try (var connection = DriverManager.getConnection(copy.jdbcUrl())) {
      assertThat(text(connection, "select id from orders")).isEqualTo("7");
    }
  }

  @Test
  @DisplayName("terminating the connections of a database breaks those and no others")
  void terminatesConnections() throws SQLException {
    var database = SharedPostgres.database();
    try (var broken = DriverManager.getConnection(database.jdbcUrl());
        var other = DriverManager.getConnection(SharedPostgres.database().jdbcUrl())) {
      assertThat(database.terminateConnections()).isEqualTo(1);
      assertThatThrownBy(() -> text(broken, "select 1")).isInstanceOf(SQLException.class);
      assertThat(text(other, "select 1")).isEqualTo("1");
    }
  }

  @Test
  @DisplayName("a database name that would need quoting is refused")
  void refusesOddNames() {
    var server = SharedPostgres.database().server();
    assertThatThrownBy(() -> server.createDatabase("a; drop table x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a; drop table x");
  }

  @Test
  @DisplayName("a database that exists already is refused in the server's words")
  void refusesExistingName() {
    var database = SharedPostgres.database();
    assertThatThrownBy(() -> database.server().createDatabase(database.name()))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("already exists");
  }

  private static void execute(Connection connection, String command) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
