package dev.kaitsu.adapter.postgres;

import dev.kaitsu.sandbox.store.PostgresDatabase;
import dev.kaitsu.sandbox.store.SharedPostgres;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Databases for tests, and plain SQL to look into them. */
final class Databases {
  private static final PostgresDatabase MIGRATED = migrated();
  private static final String TABLES =
      "select table_name from information_schema.tables where table_schema = 'kaitsu' and table_type = 'BASE TABLE'";

  private Databases() {}

  /** A new database with our tables. */
  static PostgresDatabase fresh() {
    return SharedPostgres.copyOf(MIGRATED);
  }

  static PostgresConfig configOf(PostgresDatabase database) {
    return PostgresConfig.of(database.databaseUrl()).withWorkers(4);
  }

  static DataSource source(PostgresDatabase database) {
    return Connections.plain(PostgresConfig.of(database.databaseUrl()));
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

  /** Every row of our tables, as text. */
  static List<String> everything(PostgresDatabase database) {
    var tables =
        column(database, TABLES).stream()
            .map("select '%1$s ' || row::text from kaitsu.%1$s as row"::formatted)
            .toList();
    return column(database, String.join(" union all ", tables) + " order by 1");
  }

  private static PostgresDatabase migrated() {
    var database = SharedPostgres.database();
    PostgresStore.open(configOf(database)).close();
    return database;
  }
}
