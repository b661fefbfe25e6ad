package dev.kaitsu.domain.records;

import dev.kaitsu.model.RecordKind;
import dev.kaitsu.model.RecordMonth;
import dev.kaitsu.port.in.RecordDesk;
import dev.kaitsu.port.in.RecordRound;
import dev.kaitsu.port.out.RecordFileException;
import dev.kaitsu.port.out.RecordStore;
import jakarta.inject.Inject;
import java.time.YearMonth;

/** Tries every month that is due and not there. What is there is left alone. */
public final class DueRecords implements RecordRound {
  private final RecordDesk desk;
  private final RecordStore store;
  private final RecordCalendar calendar;

  @Inject
  public DueRecords(RecordDesk desk, RecordStore store, RecordCalendar calendar) {
    this.desk = desk;
    this.store = store;
    this.calendar = calendar;
  }

  @Override
  public void run() {
    for (YearMonth month : calendar.tried()) {
      for (RecordKind kind : RecordKind.values()) {
        var due = new RecordMonth(kind, month);
        if (store.find(due).isEmpty()) {
          attempt(due);
        }
      }
    }
  }

  /** What fails is told and noted there; the next round tries it again. */
  private void attempt(RecordMonth due) {
    try {
      var unused = desk.importMonth(due, progress -> {});
    } catch (RecordFileException noted) {
      // the others may be there
    }
  }
}
