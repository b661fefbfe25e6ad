package dev.kaitsu.domain.records;

import dev.kaitsu.model.ImportOutcome.Busy;
import dev.kaitsu.model.RecordKind;
import dev.kaitsu.model.RecordMonth;
import dev.kaitsu.port.in.RecordDesk;
import dev.kaitsu.port.in.RecordRound;
import dev.kaitsu.port.out.RecordFileException;
import dev.kaitsu.port.out.RecordFileException.Problem;
import dev.kaitsu.port.out.RecordListener;
import dev.kaitsu.port.out.RecordStore;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.YearMonth;
import java.util.function.BooleanSupplier;

/** Tries every month that is due and not there. What is there is left alone. */
public final class DueRecords implements RecordRound {
  /** No file takes so long. */
  private static final Duration LONG = Duration.ofHours(1);

  private final RecordDesk desk;
  private final RecordStore store;
  private final RecordListener listener;
  private final RecordCalendar calendar;

  @Inject
  public DueRecords(
      RecordDesk desk, RecordStore store, RecordListener listener, RecordCalendar calendar) {
    this.desk = desk;
    this.store = store;
    this.listener = listener;
    this.calendar = calendar;
  }

  @Override
  public boolean run(BooleanSupplier stopping) {
    for (YearMonth month : calendar.tried()) {
      for (RecordKind kind : RecordKind.values()) {
        if (stopping.getAsBoolean()) {
          return false;
        }
        var due = new RecordMonth(kind, month);
        if (store.find(due).isEmpty()) {
          attempt(due);
        }
      }
    }
    return !stopping.getAsBoolean();
  }

  /** What fails is told and noted there; the next round tries it again. */
  private void attempt(RecordMonth due) {
    try {
      var outcome = desk.importMonth(due, progress -> {});
      if (outcome instanceof Busy busy && isStuck(busy)) {
        tell(busy);
      }
    } catch (RecordFileException noted) {
      // the others may be there
    }
  }

  private boolean isStuck(Busy busy) {
    return busy.since().plus(LONG).isBefore(calendar.now());
  }

  private void tell(Busy busy) {
    var why =
        "%s has been importing it since %s, see what keeps it there"
            .formatted(busy.who(), busy.since());
    if (store.find(busy.month()).isEmpty()) {
      store.noteGap(busy.month(), why);
      listener.failed(busy.month(), new RecordFileException(Problem.STUCK, why));
    }
  }
}
