package dev.kaitsu.server;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Kaitsu's tables, as an operator with psql sees them. */
final class Database {
  private final String jdbcUrl;

  Database(String jdbcUrl) {
    this.jdbcUrl = jdbcUrl;
  }

  void run(String sql) {
    try (var connection = DriverManager.getConnection(jdbcUrl);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException refused) {
      throw new IllegalStateException(sql, refused);
    }
  }

  /** The rows of a query, each as its columns' texts. */
  List<List<String>> rows(String sql) {
    try (var connection = DriverManager.getConnection(jdbcUrl);
        var statement = connection.createStatement();
        var found = statement.executeQuery(sql)) {
      var rows = new ArrayList<List<String>>();
      while (found.next()) {
        var row = new ArrayList<String>();
        for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
          row.add(found.getString(column));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException refused) {
      throw new IllegalStateException(sql, refused);
    }
  }
}
