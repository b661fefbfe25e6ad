package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.QueueStatus;
import dev.kaitsu.port.out.WorkQueue;
import java.time.Duration;
import java.util.List;
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
          - min(execution_time) filter (where not picked)), 0))::float8 as longest_wait,
        (select count(*) from kaitsu.orders where held_since is not null) as held
      from kaitsu.scheduled_tasks where task_name = :task
      """;

  private static final String STRANDED =
      """
      select order_id from kaitsu.orders as known
      where (state = 'WORKING' or searching or hint_seq > looked_seq) and not set_aside
        and not exists (select 1 from kaitsu.scheduled_tasks
                        where task_name = :task and task_instance = known.order_id)
      order by order_id
      """;

  private final Database database;

  PostgresQueue(Database database) {
    this.database = database;
  }

  @Override
  public QueueStatus status() {
    return database.with(PostgresQueue::read);
  }

  @Override
  public List<OrderId> stranded() {
    return database.with(
        handle ->
            handle
                .createQuery(STRANDED)
                .bind("task", Tickets.TASK)
                .mapTo(String.class)
                .map(OrderId::new)
                .list());
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
                    row.getColumn("held", Integer.class),
                    Duration.ofMillis(
                        Math.round(row.getColumn("longest_wait", Double.class) * 1_000))))
        .one();
  }
}
