package dev.kaitsu.sandbox.store;

/** One database of an embedded server. */
public record PostgresDatabase(EmbeddedPostgresServer server, String name) {

  public String jdbcUrl() {
    return server.jdbcUrl(name);
  }

  /** The address in the form of {@code DATABASE_URL}. */
  public String databaseUrl() {
    return server.databaseUrl(name);
  }

  /** Breaks every connection to it, and says how many there were. */
  public int terminateConnections() {
    return server.terminateConnections(name);
  }

  @Override
  public String toString() {
    return name;
  }
}
