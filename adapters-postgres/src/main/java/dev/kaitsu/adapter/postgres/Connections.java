package dev.kaitsu.adapter.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/** Makes connections: pooled ones for work, plain ones for start-up and listening. */
final class Connections {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);
  private static final Duration BORROW_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(5);
  private static final Duration KEEPALIVE = Duration.ofMinutes(2);
  private static final Duration LONGEST_LIFE = Duration.ofMinutes(30);
  private static final Duration SHORTEST_STANDSTILL = Duration.ofSeconds(1);
  private static final int KEPT_IDLE = 4;

  private Connections() {}

  /** The pool; it opens nothing until asked, since the start has proven the database by then. */
  static HikariDataSource pool(PostgresConfig config) {
    var source = plain(config);
    source.setSocketTimeout(Math.toIntExact(ANSWER_TIMEOUT.toSeconds()));
    var pool = new HikariConfig();
    pool.setPoolName("kaitsu-database");
    pool.setDataSource(source);
    pool.setMaximumPoolSize(config.poolSize());
    pool.setMinimumIdle(Math.min(KEPT_IDLE, config.poolSize()));
    pool.setConnectionTimeout(BORROW_TIMEOUT.toMillis());
    pool.setIdleTimeout(IDLE_TIMEOUT.toMillis());
    pool.setKeepaliveTime(KEEPALIVE.toMillis());
    pool.setMaxLifetime(LONGEST_LIFE.toMillis());
    pool.setInitializationFailTimeout(-1);
    pool.setAutoCommit(true);
    pool.setConnectionInitSql(
        "set idle_in_transaction_session_timeout = " + standstill(config).toMillis());
    return new HikariDataSource(pool);
  }

  /**
   * How long a transaction may stand still. Only a frozen node's does, and the rows it locks are
   * those of its orders: they must be free by the time that others take these over.
   */
  private static Duration standstill(PostgresConfig config) {
    var half = config.takeoverAfter().dividedBy(2);
    return half.compareTo(SHORTEST_STANDSTILL) < 0 ? SHORTEST_STANDSTILL : half;
  }

  /** Connections without a pool and without a limit on how long an answer may take. */
  static PGSimpleDataSource plain(PostgresConfig config) {
    var source = new PGSimpleDataSource();
    source.setURL(config.jdbcUrl());
    config.user().ifPresent(source::setUser);
    config.password().ifPresent(source::setPassword);
    source.setApplicationName("kaitsu");
    source.setConnectTimeout(Math.toIntExact(CONNECT_TIMEOUT.toSeconds()));
    source.setLoginTimeout(Math.toIntExact(CONNECT_TIMEOUT.toSeconds()));
    source.setTcpKeepAlive(true);
    source.setLogServerErrorDetail(false); // details repeat the refused values
    return source;
  }
}
