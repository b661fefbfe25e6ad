package dev.kaitsu.sandbox.sftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

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

  private final Path directory;

  public RecordFileSeed(Path directory) {
    this.directory = directory;
  }

  /** Writes both files of a month; a month's files appear on the second of the month after next. */
  public void write(YearMonth month, int rows) {
    var random = new Random(month.hashCode());
    var times =
        IntStream.range(0, rows)
            .mapToObj(row -> time(month, random))
            .sorted(Comparator.naturalOrder())
            .toList();
    write("PASI_talk-detail-" + MONTH.format(month) + ".csv", month, talk(times, random));
    write("PASI_sms-detail-" + MONTH.format(month) + ".csv", month, messages(times, random));
  }

  private void write(String name, YearMonth month, List<String> rows) {
    var file = directory.resolve(name);
    try {
      Files.writeString(file, String.join("\r\n", rows) + "\r\n", SHIFT_JIS);
      var appears = month.plusMonths(2).atDay(2).atStartOfDay(JAPAN).toInstant();
      Files.setLastModifiedTime(file, FileTime.from(appears));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LocalDateTime time(YearMonth month, Random random) {
    return month
        .atDay(1 + random.nextInt(month.lengthOfMonth()))
        .atStartOfDay()
        .plusSeconds(random.nextInt(SECONDS_A_DAY));
  }

  private static List<String> talk(List<LocalDateTime> times, Random random) {
    return times.stream()
        .map(
            time -> {
              int seconds = 1 + random.nextInt(LONGEST_CALL);
              int yen = (seconds + HALF_MINUTE - 1) / HALF_MINUTE * YEN_PER_HALF_MINUTE;
              return "%s,%s,%s,%d,%d"
                  .formatted(line(random), time.format(DATE_AND_TIME), party(random), seconds, yen);
            })
        .toList();
  }

  private static List<String> messages(List<LocalDateTime> times, Random random) {
    return times.stream()
        .map(
            time -> "%s,%s,%s,3".formatted(line(random), time.format(DATE_AND_TIME), party(random)))
        .toList();
  }

  private static String line(Random random) {
    return LINES.get(random.nextInt(LINES.size()));
  }

  /** Sometimes withheld. */
  private static String party(Random random) {
    int number = random.nextInt(1_000);
    return number < 20 ? "非通知" : "0300000%03d".formatted(number);
  }
}
