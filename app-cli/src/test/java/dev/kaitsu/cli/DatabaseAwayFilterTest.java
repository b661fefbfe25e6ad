package dev.kaitsu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("While the database is away, no stack traces fill the log")
class DatabaseAwayFilterTest {
  private static final String ENGINE = "com.github.kagkarlsson.scheduler.RunAndLogErrors";
  private static final String POOL = "com.zaxxer.hikari.pool.ProxyConnection";

  private final DatabaseAwayFilter filter = new DatabaseAwayFilter();

  @ParameterizedTest
  @ValueSource(strings = {"08001", "08003", "08006", "57P01", "57P02", "57P03", "53300", "25P03"})
  @DisplayName("of a failed or refused connection, told by the engine or the pool")
  void away(String sqlState) {
    var cause = new SQLException("the connection failed", sqlState);

    assertThat(decision(ENGINE, new IllegalStateException(cause))).isEqualTo(FilterReply.DENY);
    assertThat(decision(POOL, cause)).isEqualTo(FilterReply.DENY);
  }

  @Test
  @DisplayName("of a pool that has no connection to give")
  void noConnection() {
    var cause = new SQLTransientConnectionException("timed out after 5000ms");
    assertThat(decision(ENGINE, new IllegalStateException(cause))).isEqualTo(FilterReply.DENY);
  }

  @Test
  @DisplayName("of a rollback that fails because of it")
  void rollback() {
    var rollback = new IllegalStateException(new SQLException("Connection is closed"));
    rollback.addSuppressed(new IllegalStateException(new SQLException("shut down", "57P01")));
    assertThat(decision(ENGINE, rollback)).isEqualTo(FilterReply.DENY);
  }

  @Test
  @DisplayName("but other errors of theirs are told")
  void others() {
    var unique = new SQLException("duplicate key", "23505");

    assertThat(decision(ENGINE, unique)).isEqualTo(FilterReply.NEUTRAL);
    assertThat(decision(ENGINE, new SQLException("no state"))).isEqualTo(FilterReply.NEUTRAL);
    assertThat(decision(ENGINE, new IllegalStateException("a defect")))
        .isEqualTo(FilterReply.NEUTRAL);
    assertThat(decision(ENGINE, null)).isEqualTo(FilterReply.NEUTRAL);
  }

  @Test
  @DisplayName("and whatever Kaitsu itself says is told")
  void ours() {
    assertThat(decision("dev.kaitsu.fulfillment", new SQLException("gone", "08006")))
        .isEqualTo(FilterReply.NEUTRAL);
  }

  private FilterReply decision(String logger, Throwable thrown) {
    var from = new LoggerContext().getLogger(logger);
    return filter.decide(new LoggingEvent("", from, Level.ERROR, "it failed", thrown, null));
  }
}
