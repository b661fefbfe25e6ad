package dev.kaitsu.benchmark;

import java.io.IOException;
import java.util.List;

/** How fast a file of records becomes a month that can be asked for. */
final class RecordImport implements Part {
  private static final int ROWS = 2_000_000;
  private static final int HEAP_LIMIT = 64;
  private static final String MONTH = "2024-01";

  @Override
  public String name() {
    return "records";
  }

  @Override
  public String method() {
    return """
        A file of %,d call records, about 90 MB, is imported by `kaitsu records import` with a heap \
        limit of %d MB: from the start of that process to its end, so with the start of Java, login, \
        download over SFTP, COPY into PostgreSQL, the search for repeated rows and the switch. Then \
        the same file once more, which is read for its digest and left alone."""
        .formatted(ROWS, HEAP_LIMIT);
  }

  @Override
  public List<Figure> measure(Bench bench) throws IOException, InterruptedException {
    bench.control().records(MONTH, ROWS);
    var options = "-Xmx%dm".formatted(HEAP_LIMIT);
    var command = List.of("records", "import", "--month", MONTH, "--kind", "talk");
    double first = bench.command("records-import", command, options);
    double again = bench.command("records-again", command, options);
    return List.of(
        Figure.of("records imported", ROWS / first, "rows/s", Budget.atLeast(20_000, 40_000)),
        Figure.of("the same file again", again, "s"));
  }
}
