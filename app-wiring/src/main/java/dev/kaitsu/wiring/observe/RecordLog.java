package dev.kaitsu.wiring.observe;

import static net.logstash.logback.argument.StructuredArguments.kv;

import dev.kaitsu.model.ImportedMonth;
import dev.kaitsu.model.RecordMonth;
import dev.kaitsu.port.out.RecordFileException;
import dev.kaitsu.port.out.RecordListener;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what becomes of record files; numbers of rows, never what is in them. */
public final class RecordLog implements RecordListener {
  private static final Logger LOG = LoggerFactory.getLogger(RecordLog.class);

  private final RecordListener next;

  /**
   * A log.
   *
   * @param next is told as well
   */
  public RecordLog(RecordListener next) {
    this.next = next;
  }

  @Override
  public void imported(ImportedMonth month, Duration took) {
    LOG.info(
        "Records imported {} {} {} {} {}",
        kv("records", month.month().toString()),
        kv("rows", month.rows()),
        kv("badRows", month.badRows()),
        kv("repeatedRows", month.repeatedRows()),
        kv("tookMs", took.toMillis()));
    if (month.badRows() > 0) {
      LOG.warn(
          "Rows of a record file could not be read and are kept aside {} {}",
          kv("records", month.month().toString()),
          kv("badRows", month.badRows()));
    }
    next.imported(month, took);
  }

  @Override
  public void unchanged(ImportedMonth month) {
    LOG.info(
        "Records are imported from this very file already, nothing is done {}",
        kv("records", month.month().toString()));
    next.unchanged(month);
  }

  @Override
  public void missing(RecordMonth month, String fileName) {
    LOG.warn(
        "Records are due and their file is not there {} {}",
        kv("records", month.toString()),
        kv("file", fileName));
    next.missing(month, fileName);
  }

  @Override
  public void failed(RecordMonth month, RecordFileException why) {
    LOG.error(
        "Records could not be imported, the month is as it was {} {} {}",
        kv("records", month.toString()),
        kv("problem", why.problem().name()),
        kv("reason", why.getMessage()));
    next.failed(month, why);
  }
}
