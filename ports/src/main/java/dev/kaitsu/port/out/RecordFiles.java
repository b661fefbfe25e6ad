package dev.kaitsu.port.out;

import dev.kaitsu.model.BadRow;
import dev.kaitsu.model.RecordFile;
import dev.kaitsu.model.RecordFileDigest;
import dev.kaitsu.model.RecordKind;
import dev.kaitsu.model.RecordMonth;
import dev.kaitsu.model.RepeatedRows;
import dev.kaitsu.model.UsageRecord;
import java.util.Optional;

/**
 * The server with the monthly record files. Each call throws a {@link RecordFileException} if it
 * cannot be answered.
 */
public interface RecordFiles {
  /** How the file of a month is called. */
  String nameOf(RecordMonth month);

  /** What rows of such files mean that are the same in every character. */
  RepeatedRows repeatedRows(RecordKind kind);

  /** The file of a month; empty if there is none. */
  Optional<RecordFile> find(RecordMonth month);

  /** Reads all of the file for its digest alone. */
  RecordFileDigest digest(RecordMonth month);

  /**
   * Reads the file from its beginning to its end, each line as a record or as a bad row. Returning
   * means that the whole file was read, and did not change meanwhile.
   */
  RecordFileDigest read(RecordMonth month, Rows rows);

  /** Takes lines as they come. What it throws ends the reading, and is thrown on. */
  interface Rows {
    void good(UsageRecord row);

    void bad(BadRow row);

    /** Bytes read so far; told before each further read, also within a line that has no end. */
    void bytes(long read);
  }
}
