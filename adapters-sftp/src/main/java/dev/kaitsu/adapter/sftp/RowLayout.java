package dev.kaitsu.adapter.sftp;

import dev.kaitsu.adapter.sftp.KindMapping.Columns;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Where the values are in the rows of one file, its headings being known. */
final class RowLayout {
  private final int line;
  private final int date;
  private final int time;
  private final int otherParty;
  private final int quantity;
  private final int charge;
  private final int least;
  private final OptionalInt fields;

  private RowLayout(Columns columns, List<String> headings, OptionalInt fields) {
    this.line = columns.line().in(headings);
    this.date = columns.date().in(headings);
    this.time = index(columns.time(), headings);
    this.otherParty = index(columns.otherParty(), headings);
    this.quantity = index(columns.quantity(), headings);
    this.charge = index(columns.charge(), headings);
    this.least =
        1
            + List.of(line, date, time, otherParty, quantity, charge).stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    this.fields = fields;
  }

  /** The layout of a file without headings. */
  static RowLayout of(KindMapping mapping) {
    return new RowLayout(mapping.columns(), List.of(), mapping.form().fields());
  }

  /** The layout of a file with these headings. */
  static RowLayout of(KindMapping mapping, List<String> headings) {
    var fields = mapping.form().fields();
    return new RowLayout(
        mapping.columns(), headings, fields.isPresent() ? fields : OptionalInt.of(headings.size()));
  }

  private static int index(Optional<Column> column, List<String> headings) {
    return column.map(each -> each.in(headings)).orElse(-1);
  }

  void requireFitting(int size) {
    if (fields.isPresent() && size != fields.getAsInt()) {
      throw new UnreadableRowException(
          "it has %d fields instead of %d".formatted(size, fields.getAsInt()));
    }
    if (size < least) {
      throw new UnreadableRowException("it has only %d fields, not %d".formatted(size, least));
    }
  }

  String line(List<String> row) {
    return row.get(line);
  }

  String date(List<String> row) {
    return row.get(date);
  }

  /** Nothing, if the date's column holds it. */
  String time(List<String> row) {
    return time < 0 ? "" : row.get(time);
  }

  Optional<String> otherParty(List<String> row) {
    return value(row, otherParty);
  }

  Optional<String> quantity(List<String> row) {
    return value(row, quantity);
  }

  Optional<String> charge(List<String> row) {
    return value(row, charge);
  }

  private static Optional<String> value(List<String> row, int index) {
    return index < 0
        ? Optional.empty()
        : Optional.of(row.get(index)).filter(text -> !text.isEmpty());
  }
}
