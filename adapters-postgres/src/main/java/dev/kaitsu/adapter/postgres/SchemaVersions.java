package dev.kaitsu.adapter.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalInt;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/**
 * Of which version the tables are.
 *
 * @param known the newest version that this program knows
 * @param found the newest version that was ever applied
 */
record SchemaVersions(int known, int found) {

  static SchemaVersions of(MigrationInfoService info) {
    int known = 0;
    int found = 0;
    for (var migration : info.all()) {
      int version = numberOf(migration);
      if (migration.getState().isResolved()) {
        known = Math.max(known, version);
      }
      if (migration.getState().isApplied()) {
        found = Math.max(found, version);
      }
    }
    return new SchemaVersions(known, found);
  }

  private static int numberOf(MigrationInfo migration) {
    var version = migration.getVersion();
    return version == null ? 0 : version.getMajor().intValueExact();
  }

  boolean areNewer() {
    return found > known;
  }

  /** The lowest version that a program must know to work on the tables; empty if they say none. */
  static OptionalInt floor(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      try (var table = statement.executeQuery("select to_regclass('kaitsu.schema_floor')")) {
        if (!table.next() || table.getString(1) == null) {
          return OptionalInt.empty();
        }
      }
      try (var floor = statement.executeQuery("select version from kaitsu.schema_floor")) {
        return floor.next() ? OptionalInt.of(floor.getInt(1)) : OptionalInt.empty();
      }
    }
  }
}
