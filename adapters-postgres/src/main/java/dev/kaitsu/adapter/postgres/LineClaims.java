package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.operation.LineClaim;
import dev.kaitsu.model.sim.PhoneNumber;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Turns a picked ticket into the right to work on a line: its next epoch. */
final class LineClaims {
  // Two statements, so that the second looks at the ticket after any wait for the line's row.
  private static final String LOCK =
      "select line_id from kaitsu.managed_lines where line_id = :line for update";
  private static final String CLAIM =
      """
      update kaitsu.managed_lines
      set epoch = epoch + 1, owner = :me, updated_at = clock_timestamp()
      where line_id = :line
        and exists (
          select 1 from kaitsu.scheduled_tasks
          where task_name = :task and task_instance = :line::text
            and picked and picked_by = :me and version = :version)
      returning number, epoch, wish_seq
      """;

  private final Database database;

  LineClaims(Database database) {
    this.database = database;
  }

  /** The claim; empty if the ticket is no longer ours, and then nothing may be touched. */
  Optional<LineClaim> claim(LineTicket ticket) {
    return database.inTransaction(handle -> claim(handle, ticket));
  }

  private static Optional<LineClaim> claim(Handle handle, LineTicket ticket) {
    handle.createQuery(LOCK).bind("line", ticket.lineId()).mapTo(Long.class).findOne();
    return ticket
        .bindTo(handle.createQuery(CLAIM))
        .map(
            row ->
                new LineClaim(
                    ticket.lineId(),
                    new PhoneNumber(row.getColumn("number", String.class)),
                    row.getColumn("epoch", Long.class),
                    row.getColumn("wish_seq", Long.class)))
        .findOne();
  }
}
