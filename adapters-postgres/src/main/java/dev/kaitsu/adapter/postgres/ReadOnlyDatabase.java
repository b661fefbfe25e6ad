package dev.kaitsu.adapter.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections on which the server itself refuses every write; each for one question or two. */
final class ReadOnlyDatabase {
  private static final int ANSWER_SECONDS = 10;

  private final PostgresConfig config;
  private final StartFailures failures;

  ReadOnlyDatabase(PostgresConfig config) {
    this.config = config;
    this.failures = new StartFailures(config);
  }

  /** Asks something. */
  interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  /**
   * Asks on a connection of its own.
   *
   * @throws StoreStartException with the remedy, if the database cannot be asked
   */
  <T> T ask(Question<T> question) {
    try (var connection = source().getConnection()) {
      connection.setReadOnly(true);
      return question.ask(connection);
    } catch (SQLException e) {
      throw failures.of(e);
    }
  }

  /** For a library that wants to connect by itself. */
  PGSimpleDataSource source() {
    var source = Connections.plain(config);
    source.setSocketTimeout(ANSWER_SECONDS);
    return source;
  }

  StartFailures failures() {
    return failures;
  }

  /** How findings name the database. */
  String place() {
    return config.place();
  }

  static boolean isTrue(Connection connection, String question) throws SQLException {
    return first(connection, question, row -> row.getBoolean(1));
  }

  static <T> T first(Connection connection, String question, Column<T> column) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(question)) {
      if (!rows.next()) {
        throw new SQLException("no answer to: " + question);
      }
      return column.of(rows);
    }
  }

  /** Reads one column of the row. */
  interface Column<T> {
    T of(ResultSet row) throws SQLException;
  }
}
