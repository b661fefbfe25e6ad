package dev.kaitsu.adapter.postgres;

import com.github.kagkarlsson.scheduler.task.Execution;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * A line's ticket as this node picked it. It is still ours while its row has the same picker and
 * version.
 *
 * @param failures how often in a row work on it has failed
 */
record LineTicket(long lineId, String pickedBy, long version, int failures) {
  static LineTicket of(Execution execution, String pickedBy) {
    return new LineTicket(
        Long.parseLong(execution.getId()),
        pickedBy,
        execution.version,
        execution.consecutiveFailures);
  }

  /** Binds what the check "still ours" needs. */
  <S extends SqlStatement<S>> S bindTo(S statement) {
    return statement
        .bind("task", LineTickets.TASK)
        .bind("line", lineId)
        .bind("me", pickedBy)
        .bind("version", version);
  }
}
