package dev.kaitsu.testkit;

import dev.kaitsu.model.BadRow;
import dev.kaitsu.model.ImportedMonth;
import dev.kaitsu.model.RecordFile;
import dev.kaitsu.model.RecordFileDigest;
import dev.kaitsu.model.RecordMonth;
import dev.kaitsu.model.RepeatedRows;
import dev.kaitsu.model.UsageRecord;
import dev.kaitsu.port.out.RecordStore.Draft;
import dev.kaitsu.testkit.InMemoryRecords.StoredMonth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** A month that is being written, in memory. */
final class InMemoryDraft implements Draft {
  private final InMemoryRecords records;
  private final RecordMonth month;
  private final RecordFile file;
  private final RepeatedRows repeated;
  private final Instant begunAt;
  private Instant wentOnAt;
  private final List<UsageRecord> rows = new ArrayList<>();
  private final List<BadRow> badRows = new ArrayList<>();

  InMemoryDraft(
      InMemoryRecords records,
      RecordMonth month,
      RecordFile file,
      RepeatedRows repeated,
      Instant begunAt) {
    this.records = records;
    this.month = month;
    this.file = file;
    this.repeated = repeated;
    this.begunAt = begunAt;
    this.wentOnAt = begunAt;
  }

  RecordMonth month() {
    return month;
  }

  Instant begunAt() {
    return begunAt;
  }

  Instant wentOnAt() {
    return wentOnAt;
  }

  @Override
  public void goesOn() {
    records.requireRunning(this);
    wentOnAt = records.now();
  }

  @Override
  public void add(UsageRecord row) {
    records.requireRunning(this);
    rows.add(row);
  }

  @Override
  public void setAside(BadRow row) {
    records.requireRunning(this);
    badRows.add(row);
  }

  @Override
  public ImportedMonth commit(RecordFileDigest digest) {
    var seen = new HashSet<Object>();
    var kept =
        rows.stream()
            .filter(
                row -> repeated == RepeatedRows.EACH || seen.add(List.of(row.line(), row.digest())))
            .toList();
    var imported =
        new ImportedMonth(
            month,
            file,
            digest,
            kept.size(),
            badRows.size(),
            rows.size() - kept.size(),
            records.now());
    records.commit(this, new StoredMonth(imported, kept, List.copyOf(badRows)));
    return imported;
  }

  @Override
  public void close() {
    records.end(this);
  }
}
