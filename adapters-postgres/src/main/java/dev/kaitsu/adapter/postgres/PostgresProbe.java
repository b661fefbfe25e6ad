package dev.kaitsu.adapter.postgres;

import dev.kaitsu.port.out.HealthProbe;
import dev.kaitsu.port.out.StoreException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Asks the database for a sign of life, and whether it takes writes. */
final class PostgresProbe implements HealthProbe {
  private static final String READ_ONLY = StoreFailure.readOnly("transactions are read-only");

  private final Database database;

  PostgresProbe(Database database) {
    this.database = database;
  }

  @Override
  public String name() {
    return "database";
  }

  @Override
  public Optional<String> problem() {
    try {
      return database.with(PostgresProbe::isReadOnly) ? Optional.of(READ_ONLY) : Optional.empty();
    } catch (StoreException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static boolean isReadOnly(Handle handle) {
    return handle
        .createQuery("select current_setting('transaction_read_only')::boolean")
        .mapTo(Boolean.class)
        .one();
  }
}
