package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.RecordFile;
import dev.kaitsu.model.RecordMonth;
import dev.kaitsu.port.out.RecordImportRunningException;
import dev.kaitsu.port.out.RecordStore.Running;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who imports which month: one at a time, over all nodes. */
final class RecordImports {
  static final String GIVE_UP =
      """
      update kaitsu.record_imports set state = 'DISCARDED'
      where state = 'RUNNING' and until < clock_timestamp()
      """;
  private static final String BEGIN =
      """
      insert into kaitsu.record_imports
        (kind, month, node, until, file_name, file_size, file_modified_at)
      values (:kind, :month, :node, clock_timestamp() + :lease * interval '1 millisecond',
        :name, :size, :modified)
      on conflict (kind, month) where state = 'RUNNING' do nothing
      returning id
      """;
  private static final String RUNNING =
      "select node, begun_at from kaitsu.record_imports where kind = :kind and month = :month and state = 'RUNNING'";
  private static final String PROLONG =
      """
      update kaitsu.record_imports
      set rows = rows + :rows, bad_rows = bad_rows + :bad,
          until = clock_timestamp() + :lease * interval '1 millisecond'
      where id = :id and state = 'RUNNING'
      """;

  private RecordImports() {}

  /** Begins one, or says who is at it; the answer is its id. */
  static long begin(Database database, RecordMonth month, RecordFile file, String node) {
    return database.inTransaction(
        handle -> {
          handle.execute(GIVE_UP);
          return begun(handle, month, file, node)
              .orElseThrow(() -> new RecordImportRunningException(month, running(handle, month)));
        });
  }

  private static Optional<Long> begun(
      Handle handle, RecordMonth month, RecordFile file, String node) {
    return PostgresRecords.bind(handle.createQuery(BEGIN), month)
        .bind("node", node)
        .bind("lease", PostgresRecords.GIVEN_UP_AFTER.toMillis())
        .bind("name", file.name())
        .bind("size", file.size())
        .bind("modified", file.modifiedAt())
        .mapTo(Long.class)
        .findOne();
  }

  /** It may have ended since. */
  private static Running running(Handle handle, RecordMonth month) {
    return PostgresRecords.bind(handle.createQuery(RUNNING), month)
        .map(
            row ->
                new Running(
                    row.getColumn("node", String.class), row.getColumn("begun_at", Instant.class)))
        .findOne()
        .orElse(new Running("a node that has just ended", Instant.now()));
  }

  /** Locks the import's row for the transaction; false if it was given up. */
  static boolean prolong(Handle handle, long id, int rows, int bad) {
    return handle
            .createUpdate(PROLONG)
            .bind("id", id)
            .bind("rows", rows)
            .bind("bad", bad)
            .bind("lease", PostgresRecords.GIVEN_UP_AFTER.toMillis())
            .execute()
        > 0;
  }
}
