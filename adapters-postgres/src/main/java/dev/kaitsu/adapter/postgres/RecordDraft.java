package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.BadRow;
import dev.kaitsu.model.ImportedMonth;
import dev.kaitsu.model.RecordFileDigest;
import dev.kaitsu.model.RecordMonth;
import dev.kaitsu.model.RepeatedRows;
import dev.kaitsu.model.UsageRecord;
import dev.kaitsu.port.out.RecordImportRunningException;
import dev.kaitsu.port.out.RecordStore.Draft;
import dev.kaitsu.port.out.RecordStore.Running;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Handle;

/**
 * The rows of one import. They go out by COPY in batches, each in a transaction of its own that
 * holds the import's row: an import that was given up cannot write.
 */
final class RecordDraft implements Draft {
  private static final int BATCH_BYTES = 1 << 21;

  /** Well before it would be given up, however few rows come. */
  static final Duration SENT_EVERY = Duration.ofMinutes(1);

  private static final String RECORDS = "kaitsu.usage_records";
  private static final String RECORD_COLUMNS =
      "import_id, line, row_no, at, other_party, quantity, charge, digest";
  private static final String BAD_ROWS = "kaitsu.record_bad_rows";
  private static final String BAD_COLUMNS = "import_id, row_no, reason, content";

  private final Database database;
  private final Database unhurried;
  private final long id;
  private final RecordMonth month;
  private final RepeatedRows repeated;
  private final CopyBuffer records = new CopyBuffer(RECORDS, RECORD_COLUMNS);
  private final CopyBuffer badRows = new CopyBuffer(BAD_ROWS, BAD_COLUMNS);
  private final LongSupplier nanos;
  private long sentAt;
  private boolean open = true;

  RecordDraft(
      Database database, Database unhurried, long id, RecordMonth month, RepeatedRows repeated) {
    this(database, unhurried, id, month, repeated, System::nanoTime);
  }

  RecordDraft(
      Database database,
      Database unhurried,
      long id,
      RecordMonth month,
      RepeatedRows repeated,
      LongSupplier nanos) {
    this.database = database;
    this.unhurried = unhurried;
    this.id = id;
    this.month = month;
    this.repeated = repeated;
    this.nanos = nanos;
    this.sentAt = nanos.getAsLong();
  }

  @Override
  public void add(UsageRecord row) {
    records.add(
        id,
        row.line().digits(),
        row.row(),
        row.at(),
        row.otherParty(),
        row.quantity(),
        row.charge().map(BigDecimal::toPlainString),
        row.digest());
    sendIfFull();
  }

  @Override
  public void setAside(BadRow row) {
    badRows.add(id, row.row(), row.reason(), row.content());
    sendIfFull();
  }

  @Override
  public void goesOn() {
    if (nanos.getAsLong() - sentAt >= SENT_EVERY.toNanos()) {
      send();
    }
  }

  private void sendIfFull() {
    if (records.size() + badRows.size() >= BATCH_BYTES) {
      send();
    }
  }

  private void send() {
    database.inTransaction(
        handle -> {
          hold(handle, records.rows(), badRows.rows());
          records.send(handle);
          badRows.send(handle);
          return id;
        });
    records.clear();
    badRows.clear();
    sentAt = nanos.getAsLong();
  }

  private void hold(Handle handle, int rows, int bad) {
    if (!RecordImports.prolong(handle, id, rows, bad)) {
      throw new RecordImportRunningException(
          month, new Running("another node, since this one stood still", Instant.now()));
    }
  }

  @Override
  public ImportedMonth commit(RecordFileDigest digest) {
    send();
    var imported =
        unhurried.inTransaction(
            handle -> {
              hold(handle, 0, 0);
              int left =
                  repeated == RepeatedRows.ONCE ? RecordMonths.forgetRepeated(handle, id) : 0;
              return RecordMonths.become(handle, id, month, digest, left);
            });
    open = false;
    return imported;
  }

  @Override
  public void close() {
    if (open) {
      open = false;
      RecordMonths.discard(database, id);
    }
  }
}
