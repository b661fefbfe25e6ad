package dev.kaitsu.adapter.postgres;

import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be tidied up from time to time, on one node at a time. */
final class Housekeeping {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  // Streams replay at most 72 hours; a week leaves room for clocks and operators.
  private static final String FORGET =
      "delete from kaitsu.inbox where received_at < now() - interval '7 days'";
  private static final String WITHOUT_TICKET =
      """
      select order_id from kaitsu.orders
      where hint_seq > looked_seq
        and not exists (select 1 from kaitsu.scheduled_tasks
                        where task_name = :task and task_instance = order_id)
      """;

  private final Database database;
  private final Doorbell doorbell;

  Housekeeping(Database database, Doorbell doorbell) {
    this.database = database;
    this.doorbell = doorbell;
  }

  void run() {
    int forgotten = database.with(handle -> handle.execute(FORGET));
    LOG.debug("forgot {} received events", forgotten);
    int mended = database.inTransaction(Housekeeping::mend);
    if (mended > 0) {
      LOG.warn("{} hinted orders had no ticket and got one: somebody removed rows by hand", mended);
      doorbell.ring();
    }
  }

  /** A belt beside the braces: hints and completions leave no hinted order without a ticket. */
  private static int mend(Handle handle) {
    var orders =
        handle.createQuery(WITHOUT_TICKET).bind("task", Tickets.TASK).mapTo(String.class).list();
    if (!orders.isEmpty()) {
      Hints.lock(handle, orders);
      Tickets.issue(handle, orders);
    }
    return orders.size();
  }
}
