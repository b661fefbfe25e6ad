package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.Claim;
import dev.kaitsu.model.WorkOutcome;
import dev.kaitsu.port.out.StoreException;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a look: the order's row first, which fences, then the ticket. Hint and completion take the
 * same row lock, so whichever comes second sees the other's result and no hint is lost.
 */
final class Completions {
  private static final Logger LOG = LoggerFactory.getLogger(Completions.class);
  private static final int TRIES = 3;

  private static final String COMPLETE =
      """
      with looked as (
        update kaitsu.orders
        set looked_seq = greatest(looked_seq, :seq), owner = null,
            deferrals = case when :at::timestamptz is null then 0 else deferrals + 1 end,
            unfinished =
              case when :at::timestamptz is null then 0 else greatest(unfinished - 1, 0) end,
            set_aside = :aside,
            waiting_for = :why, updated_at = clock_timestamp()
        where order_id = :order and epoch = :epoch
        returning hint_seq > :seq as again),
      kept as (
        update kaitsu.scheduled_tasks as ticket
        set picked = false, picked_by = null, last_heartbeat = null, last_success = now(),
            consecutive_failures = 0, version = version + 1,
            execution_time =
              case when looked.again then now() - interval '5 seconds' else :at::timestamptz end
        from looked
        where ticket.task_name = :task and ticket.task_instance = :order
          and ticket.picked_by = :me and ticket.version = :version
          and (looked.again or :at::timestamptz is not null)),
      gone as (
        delete from kaitsu.scheduled_tasks as ticket using looked
        where ticket.task_name = :task and ticket.task_instance = :order
          and ticket.picked_by = :me and ticket.version = :version
          and not looked.again and :at::timestamptz is null)
      select again from looked
      """;

  private final Database database;
  private final Doorbell doorbell;

  Completions(Database database, Doorbell doorbell) {
    this.database = database;
    this.doorbell = doorbell;
  }

  /**
   * Completes, trying again when the connection breaks: an open completion delays the order by the
   * time of a takeover.
   *
   * @throws StoreException if the database stayed away
   */
  void complete(Ticket ticket, Claim claim, WorkOutcome outcome) {
    for (int attempt = 1; ; attempt++) {
      try {
        finish(database.with(handle -> completeOnce(handle, ticket, claim, outcome)));
        return;
      } catch (StoreException e) {
        if (attempt == TRIES) {
          throw e;
        }
        LOG.debug("completion failed, trying again: {}", e.getMessage());
      }
    }
  }

  private static Optional<Boolean> completeOnce(
      Handle handle, Ticket ticket, Claim claim, WorkOutcome outcome) {
    var later =
        outcome instanceof WorkOutcome.ComeBack comeBack
            ? Optional.of(comeBack)
            : Optional.<WorkOutcome.ComeBack>empty();
    return ticket
        .bindTo(handle.createQuery(COMPLETE))
        .bind("epoch", claim.epoch())
        .bind("seq", claim.hintSeq())
        .bind("aside", outcome instanceof WorkOutcome.SetAside)
        .bind("at", later.map(back -> back.at().atOffset(ZoneOffset.UTC)).orElse(null))
        .bind("why", later.map(WorkOutcome.ComeBack::why).orElse(null))
        .mapTo(Boolean.class)
        .findOne();
  }

  private void finish(Optional<Boolean> again) {
    if (again.isEmpty()) {
      LOG.info("the order was taken over; this look leaves it alone");
    } else if (again.get()) {
      doorbell.ringHere();
    }
  }
}
