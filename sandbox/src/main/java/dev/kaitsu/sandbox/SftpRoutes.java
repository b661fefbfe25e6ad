package dev.kaitsu.sandbox;

import dev.kaitsu.sandbox.control.ControlEndpoint;
import dev.kaitsu.sandbox.control.ControlRequest;
import dev.kaitsu.sandbox.control.InvalidFieldException;
import dev.kaitsu.sandbox.sftp.RecordFileSeed;
import dev.kaitsu.sandbox.sftp.SftpEmulator;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;

/**
 * The control routes of the SFTP server:
 *
 * <ul>
 *   <li>{@code POST /sftp {"act":"STOP"}}: or {@code START}, {@code NEW_HOST_KEY}, {@code
 *       REFUSE_LOGIN}, {@code BREAK_OFF} in the middle of files, {@code SLOW} reads, and {@code
 *       MEND} for all but the first
 *   <li>{@code POST /sftp/records {"month":"2026-09","rows":1000}} makes the files of a month anew
 *   <li>{@code POST /sftp/truncate {"file":"PASI_talk-detail-202609.csv"}} cuts a file in a line
 * </ul>
 */
final class SftpRoutes {
  private static final long BREAKS_OFF_AT = 1_000;
  private static final Duration SLOW = Duration.ofMillis(500);
  private static final int ROWS = 1_000;

  private final SftpEmulator sftp;

  private enum Act {
    STOP,
    START,
    NEW_HOST_KEY,
    REFUSE_LOGIN,
    BREAK_OFF,
    SLOW,
    MEND
  }

  SftpRoutes(SftpEmulator sftp) {
    this.sftp = sftp;
  }

  void registerAt(ControlEndpoint control) {
    control.register("POST /sftp", this::act);
    control.register("POST /sftp/records", this::records);
    control.register("POST /sftp/truncate", this::truncate);
  }

  private Object act(ControlRequest request) {
    var act = request.only("act").constant("act", Act.class);
    switch (act) {
      case STOP -> sftp.stop();
      case START -> sftp.restart();
      case NEW_HOST_KEY -> sftp.troubles().showOtherHostKey();
      case REFUSE_LOGIN -> sftp.troubles().refuseLogins();
      case BREAK_OFF -> sftp.troubles().breakOffAt(BREAKS_OFF_AT);
      case SLOW -> sftp.troubles().slowDownBy(SLOW);
      case MEND -> sftp.troubles().mend();
    }
    return Map.of("done", act);
  }

  private Object records(ControlRequest request) {
    request.only("month", "rows");
    var month = month(request.text("month"));
    int rows = request.number("rows", 0, ROWS);
    new RecordFileSeed(sftp.root()).write(month, rows);
    return Map.of("month", month.toString(), "rows", rows);
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException malformed) {
      throw new InvalidFieldException("month", "is not a month like 2026-09");
    }
  }

  private Object truncate(ControlRequest request) {
    var name = request.only("file").text("file");
    var file = sftp.root().resolve(name).normalize();
    if (!file.startsWith(sftp.root()) || !Files.isRegularFile(file)) {
      throw new InvalidFieldException("file", "is none of the server's files");
    }
    try (var content = new RandomAccessFile(file.toFile(), "rw")) {
      var modified = Files.getLastModifiedTime(file);
      content.setLength(content.length() * 2 / 3);
      Files.setLastModifiedTime(file, modified);
      return Map.of("bytes", content.length());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
