package dev.kaitsu.adapter.postgres;

import com.github.kagkarlsson.scheduler.task.Execution;
import dev.kaitsu.model.OrderId;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * A ticket as this node picked it. It is still ours while its row has the same picker and version.
 *
 * @param failures how often in a row work on it has failed
 */
record Ticket(OrderId order, String pickedBy, long version, int failures) {

  static Ticket of(Execution execution, String pickedBy) {
    return new Ticket(
        new OrderId(execution.getId()), pickedBy, execution.version, execution.consecutiveFailures);
  }

  /** Binds what the check "still ours" needs. */
  <S extends SqlStatement<S>> S bindTo(S statement) {
    return statement
        .bind("task", Tickets.TASK)
        .bind("order", order.value())
        .bind("me", pickedBy)
        .bind("version", version);
  }
}
