package dev.kaitsu.testkit;

import dev.kaitsu.model.BadRow;
import dev.kaitsu.model.UsageRecord;
import dev.kaitsu.port.out.RecordFiles.Rows;
import java.util.ArrayList;
import java.util.List;

/** Remembers the rows of a file. */
public final class ReadRows implements Rows {
  private final List<UsageRecord> good = new ArrayList<>();
  private final List<BadRow> bad = new ArrayList<>();
  private long bytes;

  @Override
  public void good(UsageRecord row) {
    good.add(row);
  }

  @Override
  public void bad(BadRow row) {
    bad.add(row);
  }

  @Override
  public void bytes(long read) {
    bytes = read;
  }

  public List<UsageRecord> good() {
    return List.copyOf(good);
  }

  public List<BadRow> bad() {
    return List.copyOf(bad);
  }

  public long bytes() {
    return bytes;
  }
}
