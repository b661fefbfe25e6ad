package dev.kaitsu.adapter.postgres;

import static dev.kaitsu.adapter.postgres.ReadOnlyDatabase.first;
import static dev.kaitsu.adapter.postgres.ReadOnlyDatabase.isTrue;

import dev.kaitsu.model.Finding;
import dev.kaitsu.port.out.Checkup;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Whether the database answers, is new enough and takes writes. */
final class ConnectionCheckup implements Checkup {
  static final String NAME = "database.connection";

  private static final int OLDEST = 15;
  private static final int MAJOR = 10_000;

  private final ReadOnlyDatabase database;

  ConnectionCheckup(ReadOnlyDatabase database) {
    this.database = database;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Finding> look() {
    return List.of(database.ask(this::finding));
  }

  private Finding finding(Connection connection) throws SQLException {
    int version = first(connection, "show server_version_num", row -> row.getInt(1)) / MAJOR;
    if (version < OLDEST) {
      return Finding.fail(
          "PostgreSQL %d at %s is too old".formatted(version, database.place()),
          "use PostgreSQL %d or newer".formatted(OLDEST));
    }
    boolean standby =
        isTrue(
            connection,
            "select pg_is_in_recovery() or current_setting('default_transaction_read_only')::boolean");
    return standby
        ? Finding.fail(
            "PostgreSQL %d at %s takes no writes".formatted(version, database.place()),
            "point DATABASE_URL at the primary, or allow writes")
        : Finding.pass("PostgreSQL %d at %s answers".formatted(version, database.place()));
  }
}
