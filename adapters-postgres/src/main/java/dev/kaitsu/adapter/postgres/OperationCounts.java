package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.operation.OperationCensus;
import dev.kaitsu.model.operation.OperationKind;
import dev.kaitsu.model.operation.OperationState;
import java.time.Duration;
import org.jdbi.v3.core.Handle;

/** Counts operations for whoever watches. */
final class OperationCounts {
  private static final String COUNT =
      """
      select kind, state, count(*) as operations from kaitsu.sim_operations group by kind, state
      """;
  private static final String OVERDUE =
      """
      select greatest(0, coalesce(extract(epoch from clock_timestamp() - min(not_before)), 0))::float8
      from kaitsu.sim_operations where state in ('WAITING', 'RUNNING')
      """;

  private OperationCounts() {}

  static OperationCensus read(Handle handle) {
    var counts =
        handle
            .createQuery(COUNT)
            .map(
                row ->
                    new OperationCensus.Count(
                        OperationKind.valueOf(row.getColumn("kind", String.class)),
                        OperationState.valueOf(row.getColumn("state", String.class)),
                        row.getColumn("operations", Long.class)))
            .list();
    double overdue = handle.createQuery(OVERDUE).mapTo(Double.class).one();
    return new OperationCensus(counts, Duration.ofMillis(Math.round(overdue * 1_000)));
  }
}
