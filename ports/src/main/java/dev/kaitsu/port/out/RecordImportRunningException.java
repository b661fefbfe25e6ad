package dev.kaitsu.port.out;

import dev.kaitsu.model.RecordMonth;

/** Somebody else imports this month. */
public final class RecordImportRunningException extends RuntimeException {
  private final transient RecordStore.Running running; // not serialized: it stays in the process

  public RecordImportRunningException(RecordMonth month, RecordStore.Running running) {
    super("%s is being imported by %s since %s".formatted(month, running.who(), running.since()));
    this.running = running;
  }

  public RecordStore.Running running() {
    return running;
  }
}
