package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.BadRow;
import dev.kaitsu.model.ImportedMonth;
import dev.kaitsu.model.LineUsage;
import dev.kaitsu.model.RecordBooks;
import dev.kaitsu.model.RecordFile;
import dev.kaitsu.model.RecordMonth;
import dev.kaitsu.model.RepeatedRows;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.port.out.RecordStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/** Call and message records. What is read of a month is read in one statement: one moment. */
final class PostgresRecords implements RecordStore {
  /** Longer than a server of files may keep silent. */
  static final Duration GIVEN_UP_AFTER = Duration.ofMinutes(5);

  private static final String CURRENT =
      "select * from kaitsu.record_imports where kind = :kind and month = :month and state = 'CURRENT'";
  private static final String ALL_CURRENT =
      "select * from kaitsu.record_imports where state = 'CURRENT' order by month desc, kind desc";
  private static final String GAPS =
      "select * from kaitsu.record_gaps order by month desc, kind desc";
  private static final String NOTE_GAP =
      """
      insert into kaitsu.record_gaps (kind, month, reason) values (:kind, :month, :reason)
      on conflict (kind, month) do update
      set reason = excluded.reason, seen_at = clock_timestamp()
      """;
  private static final String BAD_ROWS =
      """
      select bad.row_no, bad.reason, bad.content
      from kaitsu.record_imports month join kaitsu.record_bad_rows bad on bad.import_id = month.id
      where month.kind = :kind and month.month = :month and month.state = 'CURRENT'
      order by bad.row_no limit :most
      """;

  private final Database database;
  private final Database unhurried;
  private final String node;

  /**
   * The records.
   *
   * @param unhurried for statements that may take minutes
   */
  PostgresRecords(Database database, Database unhurried, String node) {
    this.database = database;
    this.unhurried = unhurried;
    this.node = node;
  }

  @Override
  public Optional<ImportedMonth> find(RecordMonth month) {
    return database.with(
        handle -> bind(handle.createQuery(CURRENT), month).map(RecordRows::imported).findOne());
  }

  @Override
  public Draft begin(RecordMonth month, RecordFile file, RepeatedRows repeated) {
    long id = RecordImports.begin(database, month, file, node);
    return new RecordDraft(database, unhurried, id, month, repeated);
  }

  @Override
  public void noteGap(RecordMonth month, String reason) {
    database.with(
        handle -> bind(handle.createUpdate(NOTE_GAP), month).bind("reason", reason).execute());
  }

  @Override
  public RecordBooks books() {
    return database.inTransaction(
        handle ->
            new RecordBooks(
                handle.createQuery(ALL_CURRENT).map(RecordRows::imported).list(),
                handle.createQuery(GAPS).map(RecordRows::gap).list()));
  }

  @Override
  public List<BadRow> badRows(RecordMonth month, int most) {
    return database.with(
        handle ->
            bind(handle.createQuery(BAD_ROWS), month)
                .bind("most", most)
                .map(RecordRows::bad)
                .list());
  }

  @Override
  public Optional<LineUsage> usage(PhoneNumber line, RecordMonth month, int most) {
    return new UsageQuery(database).ask(line, month, most);
  }

  /** A month's key. */
  static <S extends SqlStatement<S>> S bind(S statement, RecordMonth month) {
    return statement.bind("kind", month.kind().name()).bind("month", month.month().atDay(1));
  }
}
