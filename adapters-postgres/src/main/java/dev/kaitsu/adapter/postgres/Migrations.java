package dev.kaitsu.adapter.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/** Brings the tables to the version of this program; nodes that start at once take turns. */
final class Migrations {
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
      migrate();
      requireReadableMappings(connection);
    } catch (SQLException e) {
      throw failures.of(e);
    }
  }

  private void migrate() {
    var flyway =
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(database)
            .locations("classpath:dev/kaitsu/adapter/postgres/migration")
            .schemas("kaitsu")
            .defaultSchema("kaitsu")
            .createSchemas(false)
            .ignoreMigrationPatterns(
                new String[0]) // the default would overlook tables newer than the program
            .load();
    try {
      refuseNewer(flyway.info());
      flyway.migrate();
    } catch (FlywayException e) {
      throw failures.of(e);
    }
  }

  private void refuseNewer(MigrationInfoService info) {
    var known = "0";
    for (var migration : info.all()) {
      if (migration.getState().isResolved()) {
        known = versionOf(migration);
      } else if (migration.getState().isApplied()) {
        throw failures.newerSchema(versionOf(migration), known);
      }
    }
  }

  private static String versionOf(MigrationInfo migration) {
    return String.valueOf(migration.getVersion());
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
