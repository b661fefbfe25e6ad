package dev.kaitsu.adapter.postgres;

import org.jdbi.v3.core.Handle;

/** Finds lines whose operations have something left to do and whose ticket is gone. */
final class StrandedLines {
  private static final String FIND =
      """
      select line_id from kaitsu.managed_lines as line
      where exists (select 1 from kaitsu.sim_operations as operation
                    where operation.line_id = line.line_id
                      and operation.state in ('WAITING', 'RUNNING'))
        and not exists (select 1 from kaitsu.scheduled_tasks
                        where task_name = :task and task_instance = line.line_id::text)
      order by line_id for update
      """;

  private StrandedLines() {}

  /** Issues their tickets anew, and says how many there were. */
  static int plan(Handle handle) {
    var lines = handle.createQuery(FIND).bind("task", LineTickets.TASK).mapTo(Long.class).list();
    lines.forEach(line -> LineTickets.issue(handle, line));
    return lines.size();
  }
}
