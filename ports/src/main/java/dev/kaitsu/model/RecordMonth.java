package dev.kaitsu.model;

import java.time.YearMonth;
import java.util.regex.Pattern;

/** The records of one kind and month: what one file holds, and what an import replaces. */
public record RecordMonth(RecordKind kind, YearMonth month) {
  private static final Pattern WRITTEN = Pattern.compile("20[0-9]{2}-(0[1-9]|1[0-2])");

  public RecordMonth {
    requireNear(month.toString());
  }

  /**
   * Reads a month as people write it.
   *
   * @throws IllegalArgumentException if it is none; the message repeats nothing
   */
  public static YearMonth parseMonth(String text) {
    requireNear(text);
    return YearMonth.parse(text);
  }

  private static void requireNear(String text) {
    if (!WRITTEN.matcher(text).matches()) {
      throw new IllegalArgumentException("is no month from 2000 to 2099; write it like 2026-09");
    }
  }

  @Override
  public String toString() {
    return kind.label() + " " + month;
  }
}
