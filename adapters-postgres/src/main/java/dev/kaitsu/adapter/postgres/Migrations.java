package dev.kaitsu.adapter.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the tables to the version of this program; nodes that start at once take turns. */
final class Migrations {
  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

  /** Migrations that were applied and are not known here, above all that are. */
  private static final String FUTURE = "*:future";

  /** The advisory lock of everyone who migrates; "kaitsu" as a number. */
  private static final long LOCK = 0x6b61_6974_7375L;

  private final DataSource database;
  private final StartFailures failures;

  Migrations(DataSource database, StartFailures failures) {
    this.database = database;
    this.failures = failures;
  }

  /** Safe to repeat; does nothing when everything is in place. */
  void run() {
    try (var connection = database.getConnection()) {
      execute(connection, "select pg_advisory_lock(" + LOCK + ")");
      createSchema(connection);
      migrate(connection);
      requireReadableMappings(connection);
    } catch (SQLException e) {
      throw failures.of(e);
    }
  }

  /** Of which version the tables are; looks, and changes nothing. */
  SchemaVersions versions() {
    return SchemaVersions.of(flyway().info());
  }

  private void migrate(Connection connection) throws SQLException {
    var flyway = flyway();
    try {
      var versions = SchemaVersions.of(flyway.info());
      if (versions.areNewer()) {
        workOnNewer(versions, connection);
      } else {
        flyway.migrate();
      }
    } catch (FlywayException e) {
      throw failures.of(e);
    }
  }

  /** After a roll-back: what this program knows must be as it left it, and the rest allow it. */
  private void workOnNewer(SchemaVersions versions, Connection connection) throws SQLException {
    var floor = SchemaVersions.floor(connection);
    if (floor.isEmpty() || versions.known() < floor.getAsInt()) {
      throw failures.newerSchema(versions, floor);
    }
    flyway(FUTURE).validate();
    LOG.warn(
        "the tables are of version {}, newer than the version {} of this program, and allow it to work on them",
        versions.found(),
        versions.known());
  }

  /** Flyway's default would overlook tables newer than the program. */
  private Flyway flyway(String... overlooked) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(database)
        .locations("classpath:dev/kaitsu/adapter/postgres/migration")
        .schemas("kaitsu")
        .defaultSchema("kaitsu")
        .createSchemas(false)
        .ignoreMigrationPatterns(overlooked)
        .load();
  }

  /** Not left to Flyway, which tries for ten seconds when the right to do so is missing. */
  private static void createSchema(Connection connection) throws SQLException {
    if (isTrue(connection, "select to_regnamespace('kaitsu') is null")) {
      execute(connection, "create schema kaitsu");
    }
  }

  private void requireReadableMappings(Connection connection) throws SQLException {
    if (!isTrue(connection, "select has_table_privilege('public.id_mappings', 'select')")) {
      throw failures.unreadableMappings();
    }
  }

  private static boolean isTrue(Connection connection, String question) throws SQLException {
    try (var statement = connection.createStatement();
        var answer = statement.executeQuery(question)) {
      return answer.next() && answer.getBoolean(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
