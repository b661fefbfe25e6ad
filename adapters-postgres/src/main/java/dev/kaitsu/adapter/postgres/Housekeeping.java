package dev.kaitsu.adapter.postgres;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be tidied up from time to time, on one node at a time. */
final class Housekeeping {
  private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

  // Streams replay at most 72 hours; a week leaves room for clocks and operators.
  private static final String FORGET =
      "delete from kaitsu.inbox where received_at < now() - interval '7 days'";

  private static final String FORGET_TALLIES =
      "delete from kaitsu.call_tallies where minute < now() - interval '1 hour'";

  private final Database database;

  Housekeeping(Database database) {
    this.database = database;
  }

  void run() {
    int forgotten = database.with(handle -> handle.execute(FORGET));
    database.with(handle -> handle.execute(FORGET_TALLIES));
    LOG.debug("forgot {} received events", forgotten);
    RecordMonths.tidy(database);
  }
}
