package dev.kaitsu.testkit;

import dev.kaitsu.model.ImportedMonth;
import dev.kaitsu.model.RecordMonth;
import dev.kaitsu.port.out.RecordFileException;
import dev.kaitsu.port.out.RecordListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Remembers what became of record files, one sentence each. */
public final class RecordingRecordListener implements RecordListener {
  private final List<String> heard = new ArrayList<>();

  @Override
  public void imported(ImportedMonth month, Duration took) {
    heard.add("imported " + month.month());
  }

  @Override
  public void unchanged(ImportedMonth month) {
    heard.add("unchanged " + month.month());
  }

  @Override
  public void missing(RecordMonth month, String fileName) {
    heard.add("missing " + month);
  }

  @Override
  public void failed(RecordMonth month, RecordFileException why) {
    heard.add("failed %s %s".formatted(month, why.problem()));
  }

  public List<String> heard() {
    return List.copyOf(heard);
  }
}
