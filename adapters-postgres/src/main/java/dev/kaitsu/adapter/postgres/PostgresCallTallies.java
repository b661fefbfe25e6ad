package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.CallTally;
import dev.kaitsu.port.out.CallTallies;
import java.util.HashMap;
import java.util.Map;

/** One row for each system and minute, to which all nodes add. */
final class PostgresCallTallies implements CallTallies {
  private static final String ADD =
      """
      insert into kaitsu.call_tallies as known (system, minute, calls, failures)
      values (:system, date_trunc('minute', now()), :calls, :failures)
      on conflict (system, minute) do update
      set calls = known.calls + excluded.calls, failures = known.failures + excluded.failures
      """;
  private static final String RECENT =
      """
      select system, sum(calls)::bigint as calls, sum(failures)::bigint as failures
      from kaitsu.call_tallies
      where minute > now() - :seconds * interval '1 second' group by system
      """;

  private final Database database;

  PostgresCallTallies(Database database) {
    this.database = database;
  }

  @Override
  public void add(String system, CallTally more) {
    database.with(
        handle ->
            handle
                .createUpdate(ADD)
                .bind("system", system)
                .bind("calls", more.calls())
                .bind("failures", more.failures())
                .execute());
  }

  @Override
  public Map<String, CallTally> recent() {
    return database.with(
        handle ->
            handle
                .createQuery(RECENT)
                .bind("seconds", WINDOW.toSeconds())
                .reduceRows(
                    new HashMap<String, CallTally>(),
                    (found, row) -> {
                      found.put(
                          row.getColumn("system", String.class),
                          new CallTally(
                              row.getColumn("calls", Long.class),
                              row.getColumn("failures", Long.class)));
                      return found;
                    }));
  }
}
