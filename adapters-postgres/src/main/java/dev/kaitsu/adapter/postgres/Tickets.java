package dev.kaitsu.adapter.postgres;

import java.util.Collection;
import org.jdbi.v3.core.Handle;

/**
 * Issues tickets: rows of the job engine that say "look at this order". Whoever calls holds the
 * orders' row locks.
 */
final class Tickets {
  /** The engine's name of the task. Never rename it: rows of an unknown name are deleted. */
  static final String TASK = "fulfil";

  // Due since 5 s: nodes whose clock is a little behind start the job at once as well. A ticket
  // that waits for a later time is pulled forward; one in work stays, its completion sees the hint.
  private static final String ISSUE =
      """
      insert into kaitsu.scheduled_tasks as ticket
        (task_name, task_instance, execution_time, picked, version)
      select :task, order_id, now() - interval '5 seconds', false, nextval('kaitsu.ticket_versions')
      from unnest(:orders) as order_id order by order_id
      on conflict (task_name, task_instance) do update
      set execution_time = excluded.execution_time, version = ticket.version + 1
      where not ticket.picked and ticket.execution_time > excluded.execution_time
      """;

  private Tickets() {}

  static void issue(Handle handle, Collection<String> orders) {
    handle
        .createUpdate(ISSUE)
        .bind("task", TASK)
        .bindArray("orders", String.class, orders.toArray())
        .execute();
  }
}
