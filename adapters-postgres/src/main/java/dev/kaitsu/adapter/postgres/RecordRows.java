package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.BadRow;
import dev.kaitsu.model.ImportedMonth;
import dev.kaitsu.model.RecordFile;
import dev.kaitsu.model.RecordFileDigest;
import dev.kaitsu.model.RecordGap;
import dev.kaitsu.model.RecordKind;
import dev.kaitsu.model.RecordMonth;
import dev.kaitsu.model.UsageRecord;
import dev.kaitsu.model.sim.PhoneNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;

/** Reads the rows of the record tables. */
final class RecordRows {
  private RecordRows() {}

  static ImportedMonth imported(RowView row) {
    return new ImportedMonth(
        month(row),
        new RecordFile(
            row.getColumn("file_name", String.class),
            row.getColumn("file_size", Long.class),
            row.getColumn("file_modified_at", Instant.class)),
        new RecordFileDigest(row.getColumn("digest", String.class)),
        row.getColumn("rows", Long.class),
        row.getColumn("bad_rows", Long.class),
        row.getColumn("repeated_rows", Long.class),
        row.getColumn("imported_at", Instant.class));
  }

  static RecordGap gap(RowView row) {
    return new RecordGap(
        month(row),
        row.getColumn("reason", String.class),
        row.getColumn("since", Instant.class),
        row.getColumn("seen_at", Instant.class));
  }

  static BadRow bad(RowView row) {
    return new BadRow(
        row.getColumn("row_no", Long.class),
        row.getColumn("reason", String.class),
        row.getColumn("content", String.class));
  }

  static UsageRecord record(RowView row, PhoneNumber line) {
    return new UsageRecord(
        row.getColumn("row_no", Long.class),
        line,
        row.getColumn("at", Instant.class),
        Optional.ofNullable(row.getColumn("other_party", String.class)),
        row.getColumn("quantity", Long.class),
        Optional.ofNullable(row.getColumn("charge", BigDecimal.class)),
        row.getColumn("record_digest", UUID.class));
  }

  private static RecordMonth month(RowView row) {
    return new RecordMonth(
        RecordKind.valueOf(row.getColumn("kind", String.class)),
        YearMonth.from(row.getColumn("month", LocalDate.class)));
  }
}
