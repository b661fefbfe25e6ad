package dev.kaitsu.testkit;

import dev.kaitsu.model.RecordFile;
import dev.kaitsu.model.RecordFileDigest;
import dev.kaitsu.model.RecordKind;
import dev.kaitsu.model.RecordMonth;
import dev.kaitsu.model.UsageRecord;
import dev.kaitsu.model.sim.PhoneNumber;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;

/** Sample records of a month that every test may use. */
public final class ARecord {
  public static final PhoneNumber LINE = new PhoneNumber("09011112222");
  public static final PhoneNumber OTHER_LINE = new PhoneNumber("08033334444");
  public static final RecordMonth TALK = new RecordMonth(RecordKind.TALK, YearMonth.of(2026, 9));
  public static final RecordMonth SMS = new RecordMonth(RecordKind.SMS, YearMonth.of(2026, 9));
  public static final RecordFile FILE =
      new RecordFile("PASI_talk-detail-202609.csv", 1234, Instant.parse("2026-11-02T00:00:00Z"));
  private static final Instant MONTH = Instant.parse("2026-09-01T00:00:00Z");

  private ARecord() {}

  /** A call of a minute for ten yen, its time and its digest being the row's. */
  public static UsageRecord row(long row, PhoneNumber line) {
    return row(row, line, "row " + row);
  }

  /** As {@link #row(long, PhoneNumber)}, from a line in the file that reads so. */
  public static UsageRecord row(long row, PhoneNumber line, String text) {
    return new UsageRecord(
        row,
        line,
        MONTH.plusSeconds(row),
        Optional.of("0312345678"),
        60,
        Optional.of(new BigDecimal("10.5")),
        UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** A digest that differs for each digit. */
  public static RecordFileDigest digest(int digit) {
    return new RecordFileDigest(Integer.toHexString(digit).repeat(64));
  }
}
