package dev.kaitsu.domain.records;

import dev.kaitsu.model.BadRow;
import dev.kaitsu.model.ImportOutcome;
import dev.kaitsu.model.ImportOutcome.Busy;
import dev.kaitsu.model.ImportOutcome.Imported;
import dev.kaitsu.model.ImportOutcome.Missing;
import dev.kaitsu.model.ImportOutcome.Unchanged;
import dev.kaitsu.model.ImportProgress;
import dev.kaitsu.model.ImportedMonth;
import dev.kaitsu.model.LineUsage;
import dev.kaitsu.model.RecordBooks;
import dev.kaitsu.model.RecordFile;
import dev.kaitsu.model.RecordMonth;
import dev.kaitsu.model.sim.PhoneNumber;
import dev.kaitsu.port.in.RecordDesk;
import dev.kaitsu.port.out.RecordFileException;
import dev.kaitsu.port.out.RecordFileException.Problem;
import dev.kaitsu.port.out.RecordFiles;
import dev.kaitsu.port.out.RecordImportRunningException;
import dev.kaitsu.port.out.RecordListener;
import dev.kaitsu.port.out.RecordStore;
import dev.kaitsu.port.out.RecordStore.Draft;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes a month's file in, and answers what is asked of the records. */
public final class MonthlyRecords implements RecordDesk {
  private final RecordFiles files;
  private final RecordStore store;
  private final RecordListener listener;
  private final RecordCalendar calendar;

  @Inject
  public MonthlyRecords(
      RecordFiles files, RecordStore store, RecordListener listener, RecordCalendar calendar) {
    this.files = files;
    this.store = store;
    this.listener = listener;
    this.calendar = calendar;
  }

  @Override
  public ImportOutcome importMonth(RecordMonth month, Consumer<ImportProgress> progress) {
    try {
      var file = files.find(month);
      return file.isPresent() ? take(month, file.get(), progress) : missing(month);
    } catch (RecordFileException failure) {
      noteGap(month, String.valueOf(failure.getMessage()));
      listener.failed(month, failure);
      throw failure;
    }
  }

  private ImportOutcome take(
      RecordMonth month, RecordFile file, Consumer<ImportProgress> progress) {
    var current = store.find(month);
    if (current.isPresent() && isSame(current.get(), month, file)) {
      listener.unchanged(current.get());
      return new Unchanged(current.get());
    }
    Draft draft;
    try {
      draft = store.begin(month, file, files.repeatedRows(month.kind()));
    } catch (RecordImportRunningException busy) {
      return new Busy(month, busy.running().who(), busy.running().since());
    }
    return new Imported(fill(draft, month, file, progress));
  }

  private ImportedMonth fill(
      Draft opened, RecordMonth month, RecordFile file, Consumer<ImportProgress> progress) {
    var begun = calendar.now();
    try (var draft = opened) {
      var rows = new RowsIntoDraft(draft, file, progress);
      var digest = files.read(month, rows);
      rows.requireAll();
      var imported = draft.commit(digest);
      listener.imported(imported, Duration.between(begun, calendar.now()));
      return imported;
    } catch (RecordImportRunningException givenUp) {
      throw new RecordFileException(
          Problem.GIVEN_UP,
          "the import of %s stood still for minutes and was given up: nothing of it was taken, import it again"
              .formatted(file.name()),
          givenUp);
    }
  }

  /** Only a file of the same size is worth being read for its digest alone. */
  private boolean isSame(ImportedMonth current, RecordMonth month, RecordFile file) {
    return current.file().size() == file.size() && current.digest().equals(files.digest(month));
  }

  private ImportOutcome missing(RecordMonth month) {
    var name = files.nameOf(month);
    noteGap(month, name + " is not there");
    listener.missing(month, name);
    return new Missing(month, name);
  }

  /** A month that is not due yet is no gap, nor is one that is there. */
  private void noteGap(RecordMonth month, String reason) {
    if (!month.month().isAfter(calendar.newest()) && store.find(month).isEmpty()) {
      store.noteGap(month, reason);
    }
  }

  @Override
  public RecordBooks books() {
    return store.books();
  }

  @Override
  public List<BadRow> badRows(RecordMonth month, int most) {
    return store.badRows(month, most);
  }

  @Override
  public Optional<LineUsage> usage(PhoneNumber line, RecordMonth month, int most) {
    return store.usage(line, month, most);
  }
}
