package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.QueueStatus;
import dev.kaitsu.port.out.WorkQueue;
import java.time.Duration;
import org.jdbi.v3.core.Handle;

/** Counts the tickets. */
final class PostgresQueue implements WorkQueue {
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

  private final Database database;

  PostgresQueue(Database database) {
    this.database = database;
  }

  @Override
  public QueueStatus status() {
    return database.with(PostgresQueue::read);
  }

  private static QueueStatus read(Handle handle) {
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
