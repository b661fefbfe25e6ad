package dev.kaitsu.port.in;

import dev.kaitsu.model.BadRow;
import dev.kaitsu.model.ImportOutcome;
import dev.kaitsu.model.ImportProgress;
import dev.kaitsu.model.LineUsage;
import dev.kaitsu.model.RecordBooks;
import dev.kaitsu.model.RecordMonth;
import dev.kaitsu.model.sim.PhoneNumber;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** For those who look after call and message records, and ask for them. */
public interface RecordDesk {
  /**
   * Imports the month's file. Whoever reads sees the month as it was until all of the file is
   * there; the same file again does nothing; another one replaces exactly this month.
   *
   * @param progress is told now and then
   * @throws dev.kaitsu.port.out.RecordFileException if the file cannot be had or used; the month is
   *     as it was
   */
  ImportOutcome importMonth(RecordMonth month, Consumer<ImportProgress> progress);

  /** What is imported and what is missing. */
  RecordBooks books();

  /** Rows of the month that were kept aside, in the order of the file. */
  List<BadRow> badRows(RecordMonth month, int most);

  /**
   * What a line used; empty if the month is not imported.
   *
   * @param most records that are listed; totals are of all
   */
  Optional<LineUsage> usage(PhoneNumber line, RecordMonth month, int most);
}
