package dev.kaitsu.adapter.postgres;

import java.time.Duration;
import java.util.Optional;

/**
 * How the database is reached, and how its jobs run.
 *
 * @param jdbcUrl the address for JDBC, without user and password
 * @param user the account; empty: the driver's own choice (the name of the operating system's user)
 * @param workers how many orders this node works on at once, at least 1
 * @param takeoverAfter after which time the orders of a dead node are taken over; the true time
 *     lies between 0.8 and 1.2 times this
 * @param turnLimit after which time a client's turn ends by itself, see {@link
 *     dev.kaitsu.port.out.Ledger#recordSending}
 */
public record PostgresConfig(
    String jdbcUrl,
    Optional<String> user,
    Optional<String> password,
    int workers,
    Duration takeoverAfter,
    Duration turnLimit) {
  /** Connections beside the workers': for the engine's housekeeping, the inbox and health. */
  private static final int SPARE_CONNECTIONS = 8;

  private static final int WORKERS = 16;
  private static final Duration TAKEOVER_AFTER = Duration.ofSeconds(10);
  private static final Duration TURN_LIMIT = Duration.ofMinutes(2);

  public PostgresConfig {
    if (workers < 1) {
      throw new IllegalArgumentException("workers is below 1: " + workers);
    }
    requirePositive("takeoverAfter", takeoverAfter);
    requirePositive("turnLimit", turnLimit);
  }

  /**
   * Reads {@code DATABASE_URL}: {@code postgresql://user:password@host:port/db?params} (user
   * information optional and percent-encoded), {@code postgres://…} or {@code jdbc:postgresql://…}.
   * The rest has its defaults: 16 workers, takeover after 10 s, turns of at most 2 min.
   *
   * @throws IllegalArgumentException if it is no such address; the message names {@code
   *     DATABASE_URL} and never holds its text
   */
  public static PostgresConfig of(String databaseUrl) {
    var url = DatabaseUrl.parse(databaseUrl);
    return new PostgresConfig(
        url.jdbcUrl(), url.user(), url.password(), WORKERS, TAKEOVER_AFTER, TURN_LIMIT);
  }

  public PostgresConfig withWorkers(int newWorkers) {
    return new PostgresConfig(jdbcUrl, user, password, newWorkers, takeoverAfter, turnLimit);
  }

  public PostgresConfig withTakeoverAfter(Duration time) {
    return new PostgresConfig(jdbcUrl, user, password, workers, time, turnLimit);
  }

  public PostgresConfig withTurnLimit(Duration time) {
    return new PostgresConfig(jdbcUrl, user, password, workers, takeoverAfter, time);
  }

  /**
   * The largest number of pooled connections: healthy jobs must never queue for their heartbeat.
   */
  public int poolSize() {
    return workers + SPARE_CONNECTIONS;
  }

  /** How errors name the database: host, port and database, nothing else of the address. */
  String place() {
    var address = jdbcUrl.substring(DatabaseUrl.JDBC_SCHEME.length());
    int params = address.indexOf('?');
    return params < 0 ? address : address.substring(0, params);
  }

  private static void requirePositive(String name, Duration time) {
    if (time.isZero() || time.isNegative()) {
      throw new IllegalArgumentException(name + " is not above zero: " + time);
    }
  }

  @Override
  public String toString() {
    return "PostgresConfig[%s, user=%s, workers=%d, takeoverAfter=%s, turnLimit=%s]"
        .formatted(place(), user.orElse("-"), workers, takeoverAfter, turnLimit);
  }
}
