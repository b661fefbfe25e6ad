package dev.kaitsu.adapter.postgres;

import dev.kaitsu.port.out.HealthProbe;
import dev.kaitsu.port.out.StoreException;
import java.util.Optional;

/** Asks the database for a sign of life. */
final class PostgresProbe implements HealthProbe {
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
      database.with(handle -> handle.execute("select 1"));
      return Optional.empty();
    } catch (StoreException e) {
      return Optional.of(
          "%s; check that PostgreSQL runs and is reachable.".formatted(e.getMessage()));
    }
  }
}
