package dev.kaitsu.domain.records;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/** Which months' records should be there: the partner is two months behind. */
public final class RecordCalendar {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final int MONTHS_BEHIND = 2;

  /** Older gaps stay in the books, but nobody asks for their files any more. */
  private static final int MONTHS_TRIED = 3;

  private static final int LATEST_DAY = 28;

  private final InstantSource clock;
  private final int fromDay;

  /**
   * A calendar.
   *
   * @param fromDay the day of the month from which on the newest month is due, 1 to 28
   */
  public RecordCalendar(InstantSource clock, int fromDay) {
    if (fromDay < 1 || fromDay > LATEST_DAY) {
      throw new IllegalArgumentException("not a day of every month: " + fromDay);
    }
    this.clock = clock;
    this.fromDay = fromDay;
  }

  Instant now() {
    return clock.instant();
  }

  /** The newest month that is due. */
  YearMonth newest() {
    var today = LocalDate.ofInstant(clock.instant(), JAPAN);
    var newest = YearMonth.from(today).minusMonths(MONTHS_BEHIND);
    return today.getDayOfMonth() >= fromDay ? newest : newest.minusMonths(1);
  }

  /** The months that are asked for, newest first. */
  List<YearMonth> tried() {
    return IntStream.range(0, MONTHS_TRIED).mapToObj(newest()::minusMonths).toList();
  }
}
