package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.Claim;
import dev.kaitsu.model.CorrelationId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Turns a picked ticket into the right to work: the order's next epoch. */
final class Claims {
  // Two statements, so that the second looks at the ticket after any wait for the order's row.
  private static final String LOCK =
      "select order_id from kaitsu.orders where order_id = :order for update";
  private static final String CLAIM =
      """
      update kaitsu.orders
      set epoch = epoch + 1, owner = :me, waiting_for = null, unfinished = unfinished + 1,
          updated_at = clock_timestamp()
      where order_id = :order
        and exists (
          select 1 from kaitsu.scheduled_tasks
          where task_name = :task and task_instance = :order
            and picked and picked_by = :me and version = :version)
      returning epoch, hint_seq, correlation_id, deferrals, unfinished - 1 as unfinished
      """;

  private final Database database;

  Claims(Database database) {
    this.database = database;
  }

  /** The claim; empty if the ticket is no longer ours, and then nothing may be touched. */
  Optional<Claim> claim(Ticket ticket) {
    return database.inTransaction(handle -> claim(handle, ticket));
  }

  private static Optional<Claim> claim(Handle handle, Ticket ticket) {
    handle.createQuery(LOCK).bind("order", ticket.order().value()).mapTo(String.class).findOne();
    return ticket
        .bindTo(handle.createQuery(CLAIM))
        .map(
            row ->
                new Claim(
                    ticket.order(),
                    row.getColumn("epoch", Long.class),
                    row.getColumn("hint_seq", Long.class),
                    new CorrelationId(row.getColumn("correlation_id", String.class)),
                    row.getColumn("deferrals", Integer.class),
                    row.getColumn("unfinished", Integer.class)))
        .findOne();
  }
}
