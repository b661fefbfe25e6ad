package dev.kaitsu.cli;

import dev.kaitsu.sandbox.OutsideWorld;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Looks into the database behind the command line, and prepares it. */
final class Sql {
  private static final String DATABASE = "portal";

  private Sql() {}

  static String text(OutsideWorld world, String query) {
    try (var connection = DriverManager.getConnection(world.postgres().jdbcUrl(DATABASE));
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getString(1) : "";
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  static void execute(OutsideWorld world, String... commands) {
    try (var connection = DriverManager.getConnection(world.postgres().jdbcUrl(DATABASE));
        var statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(String.join("; ", commands), e);
    }
  }
}
