package dev.kaitsu.adapter.postgres;

import org.jdbi.v3.core.Handle;

/** Issues tickets that say "look at this line". Whoever calls holds the line's row lock. */
final class LineTickets {
  /** The engine's name of the task. Never rename it: rows of an unknown name are deleted. */
  static final String TASK = "sim-line";

  private static final String ISSUE =
      """
      insert into kaitsu.scheduled_tasks as ticket
        (task_name, task_instance, execution_time, picked, version)
      values (:task, :line, now() - interval '5 seconds', false, nextval('kaitsu.ticket_versions'))
      on conflict (task_name, task_instance) do update
      set execution_time = excluded.execution_time, version = ticket.version + 1
      where not ticket.picked and ticket.execution_time > excluded.execution_time
      """;

  private LineTickets() {}

  static void issue(Handle handle, long lineId) {
    handle.createUpdate(ISSUE).bind("task", TASK).bind("line", Long.toString(lineId)).execute();
  }
}
