package dev.kaitsu.sandbox.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A real PostgreSQL on 127.0.0.1, as root or as an ordinary user. It ends with this JVM, even if
 * that is killed; a temporary data directory goes with it. Safe for use by many threads.
 */
public final class EmbeddedPostgresServer implements AutoCloseable {
  private final PostgresLaunch launch;
  private final DatabaseCommands databases;
  private Optional<WatchedServer> running;

  private EmbeddedPostgresServer(PostgresLaunch launch, WatchedServer running) {
    this.running = Optional.of(running);
    this.launch = launch;
    this.databases = new DatabaseCommands(jdbcUrl("postgres"));
  }

  /**
   * Starts a server and returns once it takes connections.
   *
   * @throws StoreUnavailableException if it cannot be started here; the message says what to do
   */
  public static EmbeddedPostgresServer start(PostgresOptions options) {
    Platform.current().require("PostgreSQL", "DATABASE_URL");
    try {
      var binaries = PostgresBinaries.prepare(options.binaries());
      var data = DataDirectory.open(options.dataDirectory(), binaries);
      try {
        FreePort.Start<EmbeddedPostgresServer> start =
            port -> launched(new PostgresLaunch(binaries, data, options.serverSettings(), port));
        return options.port() == 0 ? FreePort.use(start) : start.on(options.port());
      } catch (IOException e) {
        data.discard();
        throw e;
      }
    } catch (IOException e) {
      throw cannotStart(e);
    }
  }

  private static EmbeddedPostgresServer launched(PostgresLaunch launch) throws IOException {
    return new EmbeddedPostgresServer(launch, launch.start());
  }

  public int port() {
    return launch.port();
  }

  /** The process id of the running server, for tests that watch or kill it themselves. */
  public synchronized long pid() {
    return running.orElseThrow(() -> new IllegalStateException("PostgreSQL is stopped")).pid();
  }

  public Path dataDirectory() {
    return launch.data().path();
  }

  /** The address of a database, whether it exists or not, with the account, for JDBC. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s&password=%s"
        .formatted(launch.port(), database, Credentials.USER, Credentials.PASSWORD);
  }

  /** The address of a database in the form of {@code DATABASE_URL}. */
  public String databaseUrl(String database) {
    return "postgresql://%s:%s@127.0.0.1:%d/%s"
        .formatted(Credentials.USER, Credentials.PASSWORD, launch.port(), database);
  }

  /**
   * Creates an empty database.
   *
   * @param name lower-case letters, digits and underscores
   * @throws StoreUnavailableException if the server refuses, because it has one of that name
   */
  public void createDatabase(String name) {
    databases.create(name);
  }

  /** Creates a database as a copy of another, to which nobody may be connected meanwhile. */
  public void createDatabaseFromTemplate(String name, String template) {
    databases.copy(name, template);
  }

  /** Breaks every connection to a database, and says how many there were. */
  public int terminateConnections(String database) {
    return databases.terminateConnections(database);
  }

  /** Stops the server in good order; its connections break. Stopping twice is stopping once. */
  public synchronized void stop() {
    running.ifPresent(WatchedServer::end);
    running = Optional.empty();
  }

  /** Stops the server as a power cut would: nothing is tidied, the next start recovers. */
  public synchronized void kill() {
    running.ifPresent(server -> server.signal("QUIT"));
    running.ifPresent(WatchedServer::awaitEnd);
    stop();
  }

  /** Starts the server again on its port and data, after stopping it if it runs. */
  public synchronized void restart() {
    stop();
    try {
      running = Optional.of(launch.start());
    } catch (IOException e) {
      throw cannotStart(e);
    }
  }

  /** Stops the server and removes a temporary data directory. */
  @Override
  public synchronized void close() {
    stop();
    try {
      launch.data().discard();
    } catch (IOException e) {
      throw new StoreUnavailableException("Remove by hand: " + dataDirectory(), e);
    }
  }

  private static StoreUnavailableException cannotStart(IOException cause) {
    return new StoreUnavailableException(
        ("The embedded PostgreSQL cannot start (%s): set DATABASE_URL to a server of your own, or run"
                + " this program as an ordinary user, as root for example by"
                + " 'setpriv --reuid=65534 --regid=65534 --clear-groups'.")
            .formatted(cause.getMessage()),
        cause);
  }
}
