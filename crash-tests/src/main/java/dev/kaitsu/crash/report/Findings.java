package dev.kaitsu.crash.report;

import java.util.List;

/**
 * What one part found.
 *
 * @param totals what was tried over all rows, each a short phrase with its number
 */
public record Findings(List<Row> rows, List<Violation> violations, List<String> totals) {
  public Findings {
    rows = List.copyOf(rows);
    violations = List.copyOf(violations);
    totals = List.copyOf(totals);
  }
}
