package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.ImportedMonth;
import dev.kaitsu.model.RecordFileDigest;
import dev.kaitsu.model.RecordMonth;
import org.jdbi.v3.core.Handle;

/** Puts one import in the place of another, and deletes the rows of those that are gone. */
final class RecordMonths {
  private static final int DELETED_AT_ONCE = 50_000;

  /** The same line in the file is the same digest; the first one stays. */
  private static final String FORGET_REPEATED =
      """
      delete from kaitsu.usage_records record
      using (
        select line, row_no, row_number() over (partition by line, digest order by row_no) as nth
        from kaitsu.usage_records where import_id = :id) numbered
      where record.import_id = :id and record.line = numbered.line
        and record.row_no = numbered.row_no and numbered.nth > 1
      """;

  private static final String STEP_BACK =
      """
      update kaitsu.record_imports set state = 'DISCARDED'
      where kind = :kind and month = :month and state = 'CURRENT'
      """;
  private static final String BECOME =
      """
      update kaitsu.record_imports
      set state = 'CURRENT', digest = :digest, rows = rows - :repeated, repeated_rows = :repeated,
          imported_at = clock_timestamp()
      where id = :id and state = 'RUNNING' returning *
      """;
  private static final String END_GAP =
      "delete from kaitsu.record_gaps where kind = :kind and month = :month";
  private static final String DISCARD =
      "update kaitsu.record_imports set state = 'DISCARDED' where id = :id and state = 'RUNNING'";
  private static final String DISCARDED =
      "select id from kaitsu.record_imports where state = 'DISCARDED' order by id";
  private static final String DELETE =
      """
      delete from %1$s where ctid = any (array(
        select ctid from %1$s where import_id = :id limit :most))
      """;
  private static final String CLEARED =
      "update kaitsu.record_imports set state = 'CLEARED' where id = :id and state = 'DISCARDED'";

  private RecordMonths() {}

  /** How many rows were the same as an earlier one. */
  static int forgetRepeated(Handle handle, long id) {
    return handle.createUpdate(FORGET_REPEATED).bind("id", id).execute();
  }

  /** In the transaction that holds the import. */
  static ImportedMonth become(
      Handle handle, long id, RecordMonth month, RecordFileDigest digest, int repeated) {
    PostgresRecords.bind(handle.createUpdate(STEP_BACK), month).execute();
    PostgresRecords.bind(handle.createUpdate(END_GAP), month).execute();
    return handle
        .createQuery(BECOME)
        .bind("id", id)
        .bind("digest", digest.hex())
        .bind("repeated", repeated)
        .map(RecordRows::imported)
        .one();
  }

  /** Its rows go with the next tidying. */
  static void discard(Database database, long id) {
    database.with(handle -> handle.createUpdate(DISCARD).bind("id", id).execute());
  }

  /** Gives up imports that nobody goes on with, and deletes the rows of all that are gone. */
  static void tidy(Database database) {
    database.with(handle -> handle.execute(RecordImports.GIVE_UP));
    var gone = database.with(handle -> handle.createQuery(DISCARDED).mapTo(Long.class).list());
    for (long id : gone) {
      deleteAll(database, "kaitsu.usage_records", id);
      deleteAll(database, "kaitsu.record_bad_rows", id);
      database.with(handle -> handle.createUpdate(CLEARED).bind("id", id).execute());
    }
  }

  /** In portions, so that no transaction lasts. */
  private static void deleteAll(Database database, String table, long id) {
    int deleted;
    do {
      deleted =
          database.with(
              handle ->
                  handle
                      .createUpdate(DELETE.formatted(table))
                      .bind("id", id)
                      .bind("most", DELETED_AT_ONCE)
                      .execute());
    } while (deleted == DELETED_AT_ONCE);
  }
}
