package dev.kaitsu.testkit;

import dev.kaitsu.model.RecordTotals;
import dev.kaitsu.model.UsageRecord;
import java.math.BigDecimal;
import java.util.List;

/** Adds up records, as a database would. */
final class Totals {
  private Totals() {}

  static RecordTotals of(List<UsageRecord> rows) {
    return new RecordTotals(
        rows.size(),
        rows.stream().mapToLong(UsageRecord::quantity).sum(),
        rows.stream()
            .flatMap(row -> row.charge().stream())
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
