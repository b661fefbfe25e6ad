package dev.kaitsu.adapter.postgres;

import dev.kaitsu.port.out.Checkup;
import java.time.InstantSource;
import java.util.List;

/** Everything that can be seen of the database before a go-live; no table of ours is needed. */
public final class PostgresCheckups {
  private PostgresCheckups() {}

  public static List<Checkup> of(PostgresConfig config, InstantSource clock) {
    var database = new ReadOnlyDatabase(config);
    return List.of(
        new ConnectionCheckup(database),
        new ClockCheckup(database, clock),
        new SchemaCheckup(database),
        new MappingsCheckup(database));
  }
}
