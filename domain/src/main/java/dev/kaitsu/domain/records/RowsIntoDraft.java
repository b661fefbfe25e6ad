package dev.kaitsu.domain.records;

import dev.kaitsu.model.BadRow;
import dev.kaitsu.model.ImportProgress;
import dev.kaitsu.model.RecordFile;
import dev.kaitsu.model.UsageRecord;
import dev.kaitsu.port.out.RecordFileException;
import dev.kaitsu.port.out.RecordFileException.Problem;
import dev.kaitsu.port.out.RecordFiles.Rows;
import dev.kaitsu.port.out.RecordStore.Draft;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts the rows of a file into a draft, unless most of them are no rows. */
final class RowsIntoDraft implements Rows {
  /** So many bad rows, and nearly no good one, are enough; what else a file is shows at its end. */
  private static final int HOPELESS_FROM = 100_000;

  private static final int NEARLY_NONE = 100;

  private final Draft draft;
  private final RecordFile file;
  private final Consumer<ImportProgress> progress;
  private Optional<BadRow> firstBad = Optional.empty();
  private long good;
  private long bad;
  private long bytes;

  RowsIntoDraft(Draft draft, RecordFile file, Consumer<ImportProgress> progress) {
    this.draft = draft;
    this.file = file;
    this.progress = progress;
  }

  @Override
  public void good(UsageRecord row) {
    good++;
    draft.add(row);
  }

  @Override
  public void bad(BadRow row) {
    bad++;
    firstBad = firstBad.or(() -> Optional.of(row));
    draft.setAside(row);
    if (bad >= HOPELESS_FROM && good <= bad / NEARLY_NONE) {
      throw unreadable();
    }
  }

  @Override
  public void bytes(long read) {
    bytes = read;
    draft.goesOn();
    progress.accept(new ImportProgress(read, file.size(), good, bad));
  }

  /** After the last row: it was the file that was found, there are rows, and most could be read. */
  void requireAll() {
    if (bad > good) {
      throw unreadable();
    }
    if (bytes != file.size()) {
      throw new RecordFileException(
          Problem.STILL_WRITTEN,
          "%s had %d bytes when it was found and %d when it was read: import it again later"
              .formatted(file.name(), file.size(), bytes));
    }
    if (good == 0) {
      throw new RecordFileException(
          Problem.EMPTY,
          "%s holds no row; ask Freebit for the whole file, then import it again"
              .formatted(file.name()));
    }
  }

  private RecordFileException unreadable() {
    return new RecordFileException(
        Problem.UNREADABLE,
        "%d of %d rows of %s cannot be read, the first of them in line %d: %s. Nothing of it was taken: mend the mapping (SFTP_RECORDS_MAPPING), or its charset"
            .formatted(
                bad,
                good + bad,
                file.name(),
                firstBad.map(BadRow::row).orElse(0L),
                firstBad.map(BadRow::reason).orElse("")));
  }
}
