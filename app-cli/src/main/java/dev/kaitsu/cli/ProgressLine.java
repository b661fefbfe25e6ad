package dev.kaitsu.cli;

import dev.kaitsu.model.ImportProgress;
import dev.kaitsu.model.RecordMonth;
import java.io.PrintWriter;
import java.util.function.Consumer;

/** Tells how far an import is, a line for each tenth of the file. */
final class ProgressLine implements Consumer<ImportProgress> {
  private static final int TENTHS = 10;

  private final PrintWriter talk;
  private final RecordMonth month;
  private long told;

  ProgressLine(PrintWriter talk, RecordMonth month) {
    this.talk = talk;
    this.month = month;
    talk.printf("%s: looking for the file …%n", month);
    talk.flush();
  }

  @Override
  public void accept(ImportProgress progress) {
    long tenths = progress.ofBytes() == 0 ? 0 : progress.bytes() * TENTHS / progress.ofBytes();
    if (tenths > told) {
      told = tenths;
      talk.printf(
          "%s: %d%% of %,d bytes, %,d rows, %,d bad%n",
          month, tenths * TENTHS, progress.ofBytes(), progress.rows(), progress.badRows());
      talk.flush();
    }
  }

  void end() {
    talk.flush();
  }
}
