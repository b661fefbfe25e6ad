package dev.kaitsu.adapter.postgres;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The one way to the database for everything that speaks SQL here. */
final class Database {
  /** What collided with others was rolled back whole, so it may simply be done again. */
  private static final int TRIES = 4;

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
    for (int attempt = 1; ; attempt++) {
      try {
        return Uninterrupted.call(action);
      } catch (JdbiException e) {
        var failure = StoreFailure.of(e);
        if (attempt == TRIES || !failure.isCollision()) {
          throw failure.asException();
        }
      }
    }
  }
}
