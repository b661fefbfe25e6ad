package dev.kaitsu.sandbox.sftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;

/** Makes record files as the partner would: the same ones each time for the same month. */
public final class RecordFileSeed {
  /** Lines that have records in every month. */
  public static final List<String> LINES = List.of("09000000001", "08000000002", "07000000003");

  private static final Charset SHIFT_JIS = Charset.forName("windows-31j");
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final DateTimeFormatter DATE_AND_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd,HHmmss");
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");
  private static final int SECONDS_A_DAY = 86_400;
  private static final int LONGEST_CALL = 1_800;
  private static final int YEN_PER_HALF_MINUTE = 11;
  private static final int HALF_MINUTE = 30;
  private static final int ROWS_A_LINE = 2_000;
  private static final int FIRST_OF_MANY = 10_000_000;
  private static final int PARTIES = 1_000;
  private static final int WITHHELD = 20;

  private final Path directory;

  public RecordFileSeed(Path directory) {
    this.directory = directory;
  }

  /** Writes both files of a month; a month's files appear on the second of the month after next. */
  public void write(YearMonth month, int rows) {
    write("talk", month, rows, RecordFileSeed::call);
    write("sms", month, rows, (random, start) -> start + ",3");
  }

  /** Completes the start of a row, which has the line, the time and the other party. */
  private interface Row {
    String of(Random random, String start);
  }

  private void write(String kind, YearMonth month, int rows, Row row) {
    var file = directory.resolve("PASI_%s-detail-%s.csv".formatted(kind, MONTH.format(month)));
    var random = new Random(month.hashCode());
    var first = month.atDay(1).atStartOfDay();
    long seconds = (long) month.lengthOfMonth() * SECONDS_A_DAY;
    try (var out = Files.newBufferedWriter(file, SHIFT_JIS)) {
      for (long each = 0; each < rows; each++) {
        var time = first.plusSeconds(each * seconds / rows).format(DATE_AND_TIME);
        out.write(row.of(random, line(random, rows) + "," + time + "," + party(random)));
        out.write("\r\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    settle(file, month);
  }

  private static void settle(Path file, YearMonth month) {
    var appears = month.plusMonths(2).atDay(2).atStartOfDay(JAPAN).toInstant();
    try {
      Files.setLastModifiedTime(file, FileTime.from(appears));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String call(Random random, String start) {
    int seconds = 1 + random.nextInt(LONGEST_CALL);
    int yen = (seconds + HALF_MINUTE - 1) / HALF_MINUTE * YEN_PER_HALF_MINUTE;
    return start + "," + seconds + "," + yen;
  }

  /** The more rows, the more lines. */
  private static String line(Random random, int rows) {
    int line = random.nextInt(LINES.size() + rows / ROWS_A_LINE);
    return line < LINES.size() ? LINES.get(line) : "090" + (FIRST_OF_MANY + line);
  }

  /** Sometimes withheld. */
  private static String party(Random random) {
    int number = random.nextInt(PARTIES);
    return number < WITHHELD ? "非通知" : "030000" + (PARTIES + number);
  }
}
