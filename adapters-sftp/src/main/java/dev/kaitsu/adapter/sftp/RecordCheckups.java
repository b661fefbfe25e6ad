package dev.kaitsu.adapter.sftp;

import dev.kaitsu.model.BadRow;
import dev.kaitsu.model.Finding;
import dev.kaitsu.model.RecordKind;
import dev.kaitsu.model.RecordMonth;
import dev.kaitsu.model.UsageRecord;
import dev.kaitsu.port.out.Checkup;
import dev.kaitsu.port.out.RecordFileException;
import dev.kaitsu.port.out.RecordFiles;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Whether the server lets us in, has the newest files, and writes them as the mapping says. */
final class RecordCheckups {
  static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  static final String LOGIN = "sftp.login";

  private RecordCheckups() {}

  static List<Checkup> of(SftpConfig config, SftpDoor door, RecordFiles files, YearMonth newest) {
    var all = new ArrayList<Checkup>();
    all.add(new Login(config, door));
    for (RecordKind kind : RecordKind.values()) {
      all.add(new NewestFile(files, new RecordMonth(kind, newest)));
    }
    return all;
  }

  /** Reaches the server, compares its host key, and logs in. */
  private record Login(SftpConfig config, SftpDoor door) implements Checkup {
    @Override
    public String name() {
      return LOGIN;
    }

    @Override
    public List<Finding> look() {
      return List.of(
          new SftpProbe(door, config.directory())
              .problem()
              .map(problem -> Finding.fail(problem, ""))
              .orElseGet(
                  () ->
                      Finding.pass(
                          "logged in as %s, by a pinned host key".formatted(config.address()))));
    }
  }

  /** Reads the first rows of the newest file that should be there. */
  private record NewestFile(RecordFiles files, RecordMonth month) implements Checkup {
    @Override
    public String name() {
      return "sftp." + month.kind().label();
    }

    @Override
    public List<String> needs() {
      return List.of(LOGIN);
    }

    @Override
    public Duration patience() {
      return Duration.ofSeconds(30);
    }

    @Override
    public List<Finding> look() {
      var name = files.nameOf(month);
      try {
        if (files.find(month).isEmpty()) {
          return List.of(
              Finding.warn(
                  name + " is not there",
                  "it is due in the course of this month; if older ones are missing too, check SFTP_DIRECTORY and ask Freebit"));
        }
        return List.of(read(name));
      } catch (RecordFileException failure) {
        return List.of(Finding.fail(String.valueOf(failure.getMessage()), ""));
      }
    }

    private Finding read(String name) {
      var sample = new Sample();
      try {
        files.read(month, sample);
      } catch (Enough enough) {
        // the sample is full
      }
      return sample.finding(name);
    }
  }

  /** Ends the reading of a file once the sample is full. */
  private static final class Enough extends RuntimeException {
    private Enough() {
      super("the sample is full", null, false, false);
    }
  }

  /** The first rows of a file. */
  private static final class Sample implements RecordFiles.Rows {
    private static final int ROWS = 1_000;

    private int good;
    private final List<BadRow> bad = new ArrayList<>();

    @Override
    public void good(UsageRecord row) {
      good++;
      endIfFull();
    }

    @Override
    public void bad(BadRow row) {
      bad.add(row);
      endIfFull();
    }

    private void endIfFull() {
      if (good + bad.size() >= ROWS) {
        throw new Enough();
      }
    }

    @Override
    public void bytes(long read) {
      // a sample is short
    }

    private Finding finding(String name) {
      if (good + bad.size() == 0) {
        return Finding.fail(name + " holds no row", "ask Freebit for the whole file");
      }
      if (bad.isEmpty()) {
        return Finding.pass("%s: the mapping reads its first %d rows".formatted(name, good));
      }
      var found =
          "%s: %d of the first %d rows cannot be read, the first of them in line %d: %s"
              .formatted(
                  name, bad.size(), good + bad.size(), bad.get(0).row(), bad.get(0).reason());
      var remedy = "compare the mapping (SFTP_RECORDS_MAPPING) with the file";
      return bad.size() > good ? Finding.fail(found, remedy) : Finding.warn(found, remedy);
    }
  }
}
