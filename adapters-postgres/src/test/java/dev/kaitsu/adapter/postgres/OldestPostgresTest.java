package dev.kaitsu.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Tests can run on the oldest PostgreSQL we promise to run on")
class OldestPostgresTest {

  @Test
  @DisplayName("it is version 15, and ours for the asking")
  void isVersion15() throws SQLException {
    try (var server = OldestPostgres.start();
        var connection = DriverManager.getConnection(server.jdbcUrl("postgres"))) {
      assertThat(connection.getMetaData().getDatabaseMajorVersion())
          .isEqualTo(OldestPostgres.VERSION);
    }
  }
}
