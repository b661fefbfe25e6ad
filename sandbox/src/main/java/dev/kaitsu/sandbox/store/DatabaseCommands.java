package dev.kaitsu.sandbox.store;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** What one does to whole databases, over a short connection to the server's own database. */
record DatabaseCommands(String adminJdbcUrl) {
  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  void create(String name) {
    execute("create database " + checked(name));
  }

  void copy(String name, String template) {
    execute("create database " + checked(name) + " template " + checked(template));
  }

  int terminateConnections(String name) {
    String ended =
        """
        select count(pg_terminate_backend(pid)) from pg_stat_activity
        where datname = ? and pid <> pg_backend_pid()
        """;
    try (var connection = DriverManager.getConnection(adminJdbcUrl);
        var statement = connection.prepareStatement(ended)) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  private void execute(String command) {
    try (var connection = DriverManager.getConnection(adminJdbcUrl);
        var statement = connection.createStatement()) {
      statement.execute(command);
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  private static StoreUnavailableException refused(SQLException cause) {
    return new StoreUnavailableException(
        "The embedded PostgreSQL refused: " + cause.getMessage(), cause);
  }

  private static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "not a plain database name (lower case, digits, _): '%s'".formatted(name));
    }
    return name;
  }
}
