package dev.kaitsu.sandbox.store;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One PostgreSQL for all tests of a JVM, started when first asked for; each test takes a database
 * of its own. It is fast, not durable, and nobody may stop it: a test that stops or kills a server
 * starts its own.
 */
public final class SharedPostgres {
  private static final AtomicInteger CREATED = new AtomicInteger();
  private static Optional<EmbeddedPostgresServer> started = Optional.empty();

  private SharedPostgres() {}

  /** A new, empty database. */
  public static PostgresDatabase database() {
    var database = new PostgresDatabase(server(), nextName());
    database.server().createDatabase(database.name());
    return database;
  }

  /** A new copy of a database, to which nobody may be connected meanwhile. */
  public static PostgresDatabase copyOf(PostgresDatabase template) {
    var copy = new PostgresDatabase(template.server(), nextName());
    copy.server().createDatabaseFromTemplate(copy.name(), template.name());
    return copy;
  }

  private static synchronized EmbeddedPostgresServer server() {
    var server = started.orElseGet(() -> EmbeddedPostgresServer.start(PostgresOptions.fast()));
    started = Optional.of(server);
    return server;
  }

  private static String nextName() {
    return "test_" + CREATED.incrementAndGet();
  }
}
