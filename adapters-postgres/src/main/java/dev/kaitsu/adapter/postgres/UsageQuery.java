package dev.kaitsu.adapter.postgres;

import dev.kaitsu.model.ImportedMonth;
import dev.kaitsu.model.LineUsage;
import dev.kaitsu.model.RecordMonth;
import dev.kaitsu.model.RecordTotals;
import dev.kaitsu.model.UsageRecord;
import dev.kaitsu.model.sim.PhoneNumber;
import java.math.BigDecimal;
import java.util.Optional;
import org.jdbi.v3.core.result.RowView;

/** Asks for a line's records, their totals and where they came from, in one statement. */
final class UsageQuery {
  /** A line without records is one row without a record; totals are of all, however many come. */
  private static final String USAGE =
      """
      select month.*, record.row_no, record.at, record.other_party, record.quantity, record.charge,
             record.digest as record_digest, count(record.row_no) over () as records,
             coalesce(sum(record.quantity) over (), 0)::bigint as total_quantity,
             coalesce(sum(record.charge) over (), 0) as total_charge
      from kaitsu.record_imports month
      left join kaitsu.usage_records record
        on record.import_id = month.id and record.line = :line
      where month.kind = :kind and month.month = :month and month.state = 'CURRENT'
      order by record.at, record.row_no limit :most
      """;

  private final Database database;

  UsageQuery(Database database) {
    this.database = database;
  }

  Optional<LineUsage> ask(PhoneNumber line, RecordMonth month, int most) {
    if (most < 1) {
      throw new IllegalArgumentException("at least one record must be asked for, not " + most);
    }
    var rows =
        database.with(
            handle ->
                PostgresRecords.bind(handle.createQuery(USAGE), month)
                    .bind("line", line.digits())
                    .bind("most", most)
                    .map(row -> row(row, line))
                    .list());
    return rows.stream()
        .findFirst()
        .map(
            first ->
                new LineUsage(
                    line,
                    first.source(),
                    rows.stream().flatMap(row -> row.record().stream()).toList(),
                    first.totals()));
  }

  /** What one row says. */
  private record Row(ImportedMonth source, Optional<UsageRecord> record, RecordTotals totals) {}

  private static Row row(RowView row, PhoneNumber line) {
    var totals =
        new RecordTotals(
            row.getColumn("records", Long.class),
            row.getColumn("total_quantity", Long.class),
            row.getColumn("total_charge", BigDecimal.class));
    return new Row(
        RecordRows.imported(row),
        totals.count() == 0 ? Optional.empty() : Optional.of(RecordRows.record(row, line)),
        totals);
  }
}
