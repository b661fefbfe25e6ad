package dev.kaitsu.port.out;

import dev.kaitsu.model.ImportedMonth;
import dev.kaitsu.model.RecordMonth;
import java.time.Duration;

/** Hears what becomes of record files. */
public interface RecordListener {
  void imported(ImportedMonth month, Duration took);

  /** The very file is imported already. */
  void unchanged(ImportedMonth month);

  /** A month is due and its file is not there. */
  void missing(RecordMonth month, String fileName);

  /** The file could not be had or used; the month is as it was. */
  void failed(RecordMonth month, RecordFileException why);
}
