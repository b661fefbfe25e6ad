package dev.kaitsu.adapter.postgres;

import static dev.kaitsu.adapter.postgres.ReadOnlyDatabase.first;

import dev.kaitsu.model.ClockDifference;
import dev.kaitsu.model.Finding;
import dev.kaitsu.port.out.Checkup;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;

/** Compares clocks with the database server, which decides what is due. */
final class ClockCheckup implements Checkup {
  private final ReadOnlyDatabase database;
  private final InstantSource clock;

  ClockCheckup(ReadOnlyDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "database.clock";
  }

  @Override
  public List<String> needs() {
    return List.of(ConnectionCheckup.NAME);
  }

  @Override
  public List<Finding> look() {
    Instant theirs =
        database.ask(
            connection ->
                first(
                    connection,
                    "select clock_timestamp()",
                    row -> row.getObject(1, OffsetDateTime.class).toInstant()));
    return List.of(ClockDifference.between(clock.instant(), theirs).finding("the database"));
  }
}
