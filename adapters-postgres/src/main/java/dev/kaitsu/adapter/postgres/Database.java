package dev.kaitsu.adapter.postgres;

import dev.kaitsu.port.out.StoreException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The one way to the database for everything that speaks SQL here. */
final class Database {
  private final Jdbi jdbi;

  Database(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** One statement, committed by itself. */
  <T> T with(Function<Handle, T> statement) {
    return translating(() -> jdbi.withHandle(statement::apply));
  }

  /** Several statements, all or none. */
  <T> T inTransaction(Function<Handle, T> statements) {
    return translating(() -> jdbi.inTransaction(statements::apply));
  }

  private static <T> T translating(Supplier<T> action) {
    try {
      return Uninterrupted.call(action);
    } catch (JdbiException e) {
      throw new StoreException("the database failed: " + sentenceOf(e), causeOf(e));
    }
  }

  /** Not Jdbi's own exception: its message repeats the statement with all its arguments. */
  private static Throwable causeOf(JdbiException e) {
    return e.getCause() == null ? e : e.getCause();
  }

  private static String sentenceOf(JdbiException e) {
    var message = String.valueOf(causeOf(e).getMessage());
    return message.lines().findFirst().orElse("no reason given");
  }
}
