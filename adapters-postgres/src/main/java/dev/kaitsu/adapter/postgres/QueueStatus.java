package dev.kaitsu.adapter.postgres;

import java.time.Duration;
import org.jdbi.v3.core.Handle;

/**
 * How many orders wait, on all nodes together, for health pages.
 *
 * @param due to be looked at now, and nobody has begun
 * @param working being looked at
 * @param later to be looked at at a later time
 * @param longestWait how long the longest waiting of the due orders has waited
 */
public record QueueStatus(int due, int working, int later, Duration longestWait) {
  // A ticket is dated 5 s back when it is issued, see Tickets.
  private static final String READ =
      """
      select count(*) filter (where not picked and execution_time <= now()) as due,
        count(*) filter (where picked) as working,
        count(*) filter (where not picked and execution_time > now()) as later,
        greatest(0, coalesce(extract(epoch from now() - interval '5 seconds'
          - min(execution_time) filter (where not picked)), 0))::float8 as longest_wait
      from kaitsu.scheduled_tasks where task_name = :task
      """;

  static QueueStatus of(Handle handle) {
    return handle
        .createQuery(READ)
        .bind("task", Tickets.TASK)
        .map(
            row ->
                new QueueStatus(
                    row.getColumn("due", Integer.class),
                    row.getColumn("working", Integer.class),
                    row.getColumn("later", Integer.class),
                    Duration.ofMillis(
                        Math.round(row.getColumn("longest_wait", Double.class) * 1_000))))
        .one();
  }
}
