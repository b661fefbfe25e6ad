package dev.kaitsu.adapter.sftp;

import dev.kaitsu.model.RecordKind;
import dev.kaitsu.model.RecordMonth;
import dev.kaitsu.model.UsageRecord;
import dev.kaitsu.model.sim.PhoneNumber;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the fields of a row as a record; each fault is told by its column, never by its value. */
final class RowReader {
  private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,6})?");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");
  private static final int LONGEST_PARTY = 64;
  private static final int SEN = 2;

  private final RecordMonth month;
  private final KindMapping mapping;
  private final RowLayout layout;

  RowReader(RecordMonth month, KindMapping mapping, RowLayout layout) {
    this.month = month;
    this.mapping = mapping;
    this.layout = layout;
  }

  UsageRecord read(long row, List<String> fields, byte[] content) {
    layout.requireFitting(fields.size());
    var at = moment(fields);
    return new UsageRecord(
        row,
        line(layout.line(fields)),
        at.atZone(mapping.units().zone()).toInstant(),
        layout.otherParty(fields).map(RowReader::party),
        quantity(layout.quantity(fields)),
        layout.charge(fields).map(this::charge),
        RowDigest.of(content));
  }

  private static PhoneNumber line(String text) {
    try {
      return new PhoneNumber(text);
    } catch (IllegalArgumentException malformed) {
      throw new UnreadableRowException("the line is " + malformed.getMessage());
    }
  }

  /** Calls over midnight may fall into a neighbouring month; others are of another file. */
  private LocalDateTime moment(List<String> fields) {
    var at = mapping.units().moments().read(layout.date(fields), layout.time(fields));
    var own = YearMonth.from(at);
    if (own.isBefore(month.month().minusMonths(1)) || own.isAfter(month.month().plusMonths(1))) {
      throw new UnreadableRowException("it is of another month, " + own);
    }
    return at;
  }

  private static String party(String text) {
    if (text.length() > LONGEST_PARTY) {
      throw new UnreadableRowException("the other party is too long");
    }
    return text;
  }

  private long quantity(Optional<String> text) {
    if (month.kind() == RecordKind.TALK) {
      return mapping.units().duration().read(text.orElse(""));
    }
    return text.map(
            count -> {
              if (!COUNT.matcher(count).matches()) {
                throw new UnreadableRowException("the count is no whole number");
              }
              return Long.valueOf(count);
            })
        .orElse(1L);
  }

  private BigDecimal charge(String text) {
    if (!AMOUNT.matcher(text).matches()) {
      throw new UnreadableRowException("the charge is no number");
    }
    var amount = new BigDecimal(text);
    return mapping.units().sen() ? amount.movePointLeft(SEN) : amount;
  }
}
