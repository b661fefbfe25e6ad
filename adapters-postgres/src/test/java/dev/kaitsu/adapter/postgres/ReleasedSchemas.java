package dev.kaitsu.adapter.postgres;

import dev.kaitsu.sandbox.store.PostgresDatabase;
import dev.kaitsu.sandbox.store.SharedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;

/** The schemas that were ever released, and what programs of their times left in them. */
final class ReleasedSchemas {
  private static final String PLACE = "released/";
  private static final Map<Integer, PostgresDatabase> TEMPLATES = new HashMap<>();

  /** A migration as it was released; it never changes again. */
  record Version(int number, String script, int checksum) {
    static Version of(String line) {
      var parts = line.split(" ", 3);
      return new Version(Integer.parseInt(parts[0]), parts[1], Integer.parseInt(parts[2]));
    }

    @Override
    public String toString() {
      return script;
    }
  }

  private ReleasedSchemas() {}

  static List<Version> all() {
    return text("versions.txt").orElseThrow().lines().map(Version::of).toList();
  }

  /** A database as it was then, with orders of every kind under way. */
  static PostgresDatabase with(Version last) {
    return SharedPostgres.copyOf(template(last.number()));
  }

  private static synchronized PostgresDatabase template(int version) {
    var known = TEMPLATES.get(version);
    if (known != null) {
      return known;
    }
    var database =
        all().stream()
            .map(Version::number)
            .filter(earlier -> earlier < version)
            .reduce((one, later) -> later)
            .map(before -> SharedPostgres.copyOf(template(before)))
            .orElseGet(SharedPostgres::database);
    migrateTo(version, database);
    text("V%d.sql".formatted(version)).ifPresent(rows -> Databases.execute(database, rows));
    TEMPLATES.put(version, database);
    return database;
  }

  private static void migrateTo(int version, PostgresDatabase database) {
    Flyway.configure()
        .dataSource(Databases.source(database))
        .locations("classpath:dev/kaitsu/adapter/postgres/migration")
        .schemas("kaitsu")
        .defaultSchema("kaitsu")
        .target(String.valueOf(version))
        .load()
        .migrate();
  }

  private static Optional<String> text(String name) {
    try (var file = ReleasedSchemas.class.getResourceAsStream(PLACE + name)) {
      return file == null
          ? Optional.empty()
          : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
