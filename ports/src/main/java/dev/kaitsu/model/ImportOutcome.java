package dev.kaitsu.model;

import java.time.Instant;

/** How asking for an import ended, where nothing failed. */
public sealed interface ImportOutcome {
  RecordMonth month();

  /** The file's records are there now, and nothing else of that month. */
  record Imported(ImportedMonth imported) implements ImportOutcome {
    @Override
    public RecordMonth month() {
      return imported.month();
    }
  }

  /** The very file is imported already; nothing was done. */
  record Unchanged(ImportedMonth imported) implements ImportOutcome {
    @Override
    public RecordMonth month() {
      return imported.month();
    }
  }

  /** The server has no such file. */
  record Missing(RecordMonth month, String fileName) implements ImportOutcome {}

  /** Somebody imports this month now. */
  record Busy(RecordMonth month, String who, Instant since) implements ImportOutcome {}
}
