package dev.kaitsu.testkit;

import dev.kaitsu.model.BadRow;
import dev.kaitsu.model.RecordFile;
import dev.kaitsu.model.RecordFileDigest;
import dev.kaitsu.model.RecordKind;
import dev.kaitsu.model.RecordMonth;
import dev.kaitsu.model.RepeatedRows;
import dev.kaitsu.model.UsageRecord;
import dev.kaitsu.port.out.RecordFileException;
import dev.kaitsu.port.out.RecordFileException.Problem;
import dev.kaitsu.port.out.RecordFiles;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server with record files, in memory. */
public final class InMemoryRecordFiles implements RecordFiles {
  private static final int BYTES_A_ROW = 50;
  private static final Instant MODIFIED = Instant.parse("2026-11-02T00:00:00Z");

  private final Map<RecordMonth, Content> files = new HashMap<>();
  private Optional<Problem> trouble = Optional.empty();
  private Optional<Integer> breaksOffAfter = Optional.empty();
  private Runnable whileReading = () -> {};
  private int reads;

  private record Content(List<UsageRecord> good, List<BadRow> bad, RecordFileDigest digest) {}

  /** Puts a file there, or another one in its place. */
  public void put(
      RecordMonth month, RecordFileDigest digest, List<UsageRecord> good, List<BadRow> bad) {
    files.put(month, new Content(List.copyOf(good), List.copyOf(bad), digest));
  }

  public void remove(RecordMonth month) {
    files.remove(month);
  }

  /** Every call fails so, until it is mended. */
  public void fail(Problem problem) {
    trouble = Optional.of(problem);
  }

  /** The connection breaks after so many rows. */
  public void breakOffAfter(int rows) {
    breaksOffAfter = Optional.of(rows);
  }

  /** Something happens between the rows and the end of a file. */
  public void whileReading(Runnable event) {
    whileReading = event;
  }

  public void mend() {
    trouble = Optional.empty();
    breaksOffAfter = Optional.empty();
  }

  /** How often files were read for their rows. */
  public int reads() {
    return reads;
  }

  @Override
  public String nameOf(RecordMonth month) {
    return "%s-%s.csv".formatted(month.kind().label(), month.month());
  }

  @Override
  public RepeatedRows repeatedRows(RecordKind kind) {
    return kind == RecordKind.TALK ? RepeatedRows.ONCE : RepeatedRows.EACH;
  }

  @Override
  public Optional<RecordFile> find(RecordMonth month) {
    return content(month)
        .map(
            content ->
                new RecordFile(
                    nameOf(month),
                    (long) BYTES_A_ROW * (content.good().size() + content.bad().size()),
                    MODIFIED));
  }

  @Override
  public RecordFileDigest digest(RecordMonth month) {
    return content(month).orElseThrow().digest();
  }

  @Override
  public RecordFileDigest read(RecordMonth month, Rows rows) {
    var content = content(month).orElseThrow();
    reads++;
    int row = 0;
    for (UsageRecord good : content.good()) {
      if (breaksOffAfter.equals(Optional.of(row++))) {
        throw new RecordFileException(Problem.BROKEN_OFF, "the connection broke off");
      }
      rows.good(good);
    }
    content.bad().forEach(rows::bad);
    whileReading.run();
    rows.bytes(find(month).orElseThrow().size());
    return content.digest();
  }

  private Optional<Content> content(RecordMonth month) {
    trouble.ifPresent(
        problem -> {
          throw new RecordFileException(problem, "the server is in trouble");
        });
    return Optional.ofNullable(files.get(month));
  }
}
