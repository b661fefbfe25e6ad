package dev.kaitsu.port.out;

import dev.kaitsu.model.BadRow;
import dev.kaitsu.model.ImportedMonth;
import dev.kaitsu.model.LineUsage;
import dev.kaitsu.model.RecordBooks;
import dev.kaitsu.model.RecordFile;
import dev.kaitsu.model.RecordFileDigest;
import dev.kaitsu.model.RecordMonth;
import dev.kaitsu.model.RepeatedRows;
import dev.kaitsu.model.UsageRecord;
import dev.kaitsu.model.sim.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps records by month. A month is replaced as a whole: no reader ever sees part of it. */
public interface RecordStore {
  /** The month as it is imported. */
  Optional<ImportedMonth> find(RecordMonth month);

  /**
   * Begins to replace a month. One import of a month runs at a time, over all nodes; that of a node
   * which says nothing for minutes is given up.
   *
   * @throws RecordImportRunningException if somebody else imports it
   */
  Draft begin(RecordMonth month, RecordFile file, RepeatedRows repeated);

  /** Notes that a month is due and not there. An import of the month ends the gap. */
  void noteGap(RecordMonth month, String reason);

  /** What is imported and what is missing, newest month first. */
  RecordBooks books();

  /** Rows of the imported month that were kept aside, in the order of the file. */
  List<BadRow> badRows(RecordMonth month, int most);

  /** What a line used in an imported month, as one consistent answer. */
  Optional<LineUsage> usage(PhoneNumber line, RecordMonth month, int most);

  /**
   * A month that is being written and that nobody sees yet. Closed without a commit, it is gone.
   */
  interface Draft extends AutoCloseable {
    /**
     * Adds a record.
     *
     * @throws RecordImportRunningException if this import was given up
     */
    void add(UsageRecord row);

    void setAside(BadRow row);

    /**
     * Says that this import goes on, though no row comes; cheap, and told as often as one likes.
     *
     * @throws RecordImportRunningException if this import was given up
     */
    void goesOn();

    /** Makes this the month, in place of what was there. */
    ImportedMonth commit(RecordFileDigest digest);

    @Override
    void close();
  }

  /** Who imports a month, and since when. */
  record Running(String who, Instant since) {}
}
