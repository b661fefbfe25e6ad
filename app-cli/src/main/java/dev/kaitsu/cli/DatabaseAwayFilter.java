package dev.kaitsu.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Drops what the job engine and the connection pool log with a stack trace, again at each try,
 * while the database is away. Readiness and our own lines tell of it; other errors of theirs stay.
 */
public final class DatabaseAwayFilter extends Filter<ILoggingEvent> {
  private static final List<String> LIBRARIES =
      List.of("com.github.kagkarlsson.", "com.zaxxer.hikari.");

  /**
   * SQL states: the connection failed; the server shuts down, starts, or takes no more; it ended a
   * transaction that stood still, as those of a frozen process do.
   */
  private static final List<String> AWAY = List.of("08", "57P", "53300", "25P03");

  @Override
  public FilterReply decide(ILoggingEvent event) {
    boolean library = LIBRARIES.stream().anyMatch(event.getLoggerName()::startsWith);
    boolean away =
        event.getThrowableProxy() instanceof ThrowableProxy thrown
            && allOf(thrown.getThrowable()).anyMatch(DatabaseAwayFilter::saysSo);
    return library && away ? FilterReply.DENY : FilterReply.NEUTRAL;
  }

  /** A failed rollback has what it was for among the suppressed. */
  private static Stream<Throwable> allOf(Throwable thrown) {
    var causes = Stream.ofNullable(thrown.getCause());
    var suppressed = Stream.of(thrown.getSuppressed());
    return Stream.concat(
        Stream.of(thrown), Stream.concat(causes, suppressed).flatMap(DatabaseAwayFilter::allOf));
  }

  private static boolean saysSo(Throwable cause) {
    return cause instanceof SQLTransientConnectionException
        || (cause instanceof SQLException refused
            && refused.getSQLState() != null
            && AWAY.stream().anyMatch(refused.getSQLState()::startsWith));
  }
}
