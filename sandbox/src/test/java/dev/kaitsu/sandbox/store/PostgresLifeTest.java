package dev.kaitsu.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An embedded PostgreSQL keeps its data as long as it was told to")
class PostgresLifeTest {
  @TempDir Path directory;

  @Test
  @DisplayName("what was committed survives a kill and a stop, on the same port")
  void survivesKill() throws SQLException {
    try (var server = EmbeddedPostgresServer.start(PostgresOptions.crashSafe())) {
      int port = server.port();
      update(server, "create table orders as select 1 as id");
      server.kill();
      server.restart();
      update(server, "insert into orders values (2)");
      server.stop();
      assertThatThrownBy(() -> update(server, "insert into orders values (3)"))
          .hasMessageContaining("refused");
      server.restart();
      assertThat(text(server, "select count(*) from orders")).isEqualTo("2");
      assertThat(server.port()).isEqualTo(port);
    }
  }

  @Test
  @DisplayName("crash safe means that every setting of durability is on; fast means off")
  void durability() throws SQLException {
    try (var server = EmbeddedPostgresServer.start(PostgresOptions.crashSafe())) {
      assertThat(durabilityOf(server)).isEqualTo("on on on");
    }
    assertThat(durabilityOf(SharedPostgres.database().server())).isEqualTo("off off off");
  }

  @Test
  @DisplayName("a kept data directory serves the next server; settings given win")
  void keepsDirectory() throws SQLException {
    var options = PostgresOptions.fast().keptIn(directory.resolve("data"));
    try (var server = EmbeddedPostgresServer.start(options)) {
      update(server, "create table orders as select 1 as id");
    }
    try (var server = EmbeddedPostgresServer.start(options.with("commit_delay", "250"))) {
      assertThat(text(server, "select count(*) from orders")).isEqualTo("1");
      assertThat(text(server, "show commit_delay")).isEqualTo("250");
    }
  }

  @Test
  @DisplayName("a temporary data directory goes with its server")
  void removesTemporaryDirectory() {
    Path data;
    try (var server = EmbeddedPostgresServer.start(PostgresOptions.fast())) {
      data = server.dataDirectory();
      assertThat(data).exists();
    }
    assertThat(data).doesNotExist();
  }

  @Test
  @DisplayName("a directory of other things is refused by name, and stays as it was")
  void refusesForeignDirectory() throws IOException {
    var letter = Files.writeString(directory.resolve("letter.txt"), "dear");
    assertThatThrownBy(() -> EmbeddedPostgresServer.start(PostgresOptions.fast().keptIn(directory)))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContainingAll(directory.toString(), "DATABASE_URL", "ordinary user", "setpriv")
        .hasCauseInstanceOf(IOException.class);
    assertThat(letter).hasContent("dear");
  }

  @Test
  @DisplayName("a taken port is named as the culprit")
  void refusesTakenPort() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var options = PostgresOptions.fast().onPort(taken.getLocalPort());
      assertThatThrownBy(() -> EmbeddedPostgresServer.start(options))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("port is already in use");
    }
  }

  private static String durabilityOf(EmbeddedPostgresServer server) throws SQLException {
    return text(
        server,
        "select concat_ws(' ', current_setting('fsync'), current_setting('synchronous_commit'),"
            + " current_setting('full_page_writes'))");
  }

  private static void update(EmbeddedPostgresServer server, String command) throws SQLException {
    try (var connection = DriverManager.getConnection(server.jdbcUrl("postgres"));
        var statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private static String text(EmbeddedPostgresServer server, String query) throws SQLException {
    try (var connection = DriverManager.getConnection(server.jdbcUrl("postgres"));
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
