package dev.kaitsu.adapter.postgres;

import dev.kaitsu.sandbox.store.PostgresDatabase;
import dev.kaitsu.sandbox.store.SharedPostgres;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Databases for tests, and plain SQL to look into them. */
final class Databases {
  private static final PostgresDatabase MIGRATED = migrated();

  private Databases() {}

  /** A new database with our tables. */
  static PostgresDatabase fresh() {
    return SharedPostgres.copyOf(MIGRATED);
  }

  static PostgresConfig configOf(PostgresDatabase database) {
    return PostgresConfig.of(database.databaseUrl()).withWorkers(4);
  }

  static void execute(PostgresDatabase database, String sql) {
    try (var connection = DriverManager.getConnection(database.jdbcUrl());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The first column of every row, as text. */
  static List<String> column(PostgresDatabase database, String sql) {
    try (var connection = DriverManager.getConnection(database.jdbcUrl());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var values = new ArrayList<String>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  static String text(PostgresDatabase database, String sql) {
    return column(database, sql).get(0);
  }

  private static PostgresDatabase migrated() {
    var database = SharedPostgres.database();
    PostgresStore.open(configOf(database)).close();
    return database;
  }
}
