package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.Claim;
import org.jdbi.v3.core.statement.SqlStatement;

/** Gives a ticket back after work that came to no end, to be picked again after a time. */
final class Releases {
  private static final String RELEASE =
      """
      update kaitsu.scheduled_tasks as ticket
      set picked = false, picked_by = null, last_heartbeat = null, last_failure = now(),
          consecutive_failures = :failures, version = version + 1,
          execution_time = now() - interval '5 seconds' + :delay * interval '1 millisecond'
      """;
  private static final String STILL_OURS =
      """
      where ticket.task_name = :task and ticket.task_instance = :order
        and ticket.picked_by = :me and ticket.version = :version
      """;
  private static final String RELEASE_CLAIMED =
      """
      with mine as (
        update kaitsu.orders
        set owner = null, updated_at = clock_timestamp(),
            unfinished = greatest(unfinished - case when :counts then 0 else 1 end, 0)
        where order_id = :order and epoch = :epoch
        returning order_id)
      """
          + RELEASE
          + "from mine\n"
          + STILL_OURS;

  private final Database database;

  Releases(Database database) {
    this.database = database;
  }

  /** Gives back the ticket of a claim, unless the order was taken over. */
  void release(Ticket ticket, Claim claim, Rest rest) {
    release(ticket, claim, rest, false);
  }

  /** As {@link #release}, after work that died: it counts towards the limit of such looks. */
  void releaseDead(Ticket ticket, Claim claim, Rest rest) {
    release(ticket, claim, rest, true);
  }

  private void release(Ticket ticket, Claim claim, Rest rest, boolean counts) {
    database.with(
        handle ->
            bind(handle.createUpdate(RELEASE_CLAIMED), ticket, rest)
                .bind("epoch", claim.epoch())
                .bind("counts", counts)
                .execute());
  }

  /** Gives back a ticket that could not be claimed, if it is still ours. */
  void releaseUnclaimed(Ticket ticket, Rest rest) {
    database.with(
        handle -> bind(handle.createUpdate(RELEASE + STILL_OURS), ticket, rest).execute());
  }

  private static <S extends SqlStatement<S>> S bind(S statement, Ticket ticket, Rest rest) {
    return ticket
        .bindTo(statement)
        .bind("delay", rest.time().toMillis())
        .bind("failures", rest.failures());
  }
}
