package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.model.operation.LineClaim;
import java.time.Instant;
import java.util.Optional;

/**
 * Ends work on a line: the line's row first, which fences, then the ticket. A request takes the
 * same row lock, so whichever comes second sees the other's result.
 */
final class LineCompletions {
  private static final String END =
      """
      with done as (
        update kaitsu.managed_lines
        set owner = null, updated_at = clock_timestamp()
        where line_id = :line and epoch = :epoch
        returning wish_seq > :seq as again),
      kept as (
        update kaitsu.scheduled_tasks as ticket
        set picked = false, picked_by = null, last_heartbeat = null,
            consecutive_failures = :failures, version = version + 1,
            execution_time =
              case when done.again and :failures = 0 then now() - interval '5 seconds'
                   else :at::timestamptz end
        from done
        where ticket.task_name = :task and ticket.task_instance = :line::text
          and ticket.picked_by = :me and ticket.version = :version
          and (done.again or :at::timestamptz is not null)),
      gone as (
        delete from kaitsu.scheduled_tasks as ticket using done
        where ticket.task_name = :task and ticket.task_instance = :line::text
          and ticket.picked_by = :me and ticket.version = :version
          and not done.again and :at::timestamptz is null)
      select again from done
      """;

  private final Database database;
  private final Doorbell doorbell;

  LineCompletions(Database database, Doorbell doorbell) {
    this.database = database;
    this.doorbell = doorbell;
  }

  void complete(LineTicket ticket, LineClaim claim, WorkOutcome outcome) {
    var later =
        outcome instanceof WorkOutcome.ComeBack comeBack
            ? Optional.of(comeBack.at())
            : Optional.<Instant>empty();
    if (end(ticket, claim, later, 0)) {
      doorbell.ringHere();
    }
  }

  /** Gives the ticket back after work that came to no end. */
  void release(LineTicket ticket, LineClaim claim, Rest rest) {
    end(ticket, claim, Optional.of(Instant.now().plus(rest.time())), rest.failures());
  }

  private boolean end(LineTicket ticket, LineClaim claim, Optional<Instant> at, int failures) {
    return database
        .with(
            handle ->
                ticket
                    .bindTo(handle.createQuery(END))
                    .bind("epoch", claim.epoch())
                    .bind("seq", claim.wishSeq())
                    .bind("failures", failures)
                    .bind("at", at.map(PostgresLineOperations::at).orElse(null))
                    .mapTo(Boolean.class)
                    .findOne())
        .orElse(false);
  }
}
