package dev.kaitsu.crash.live;

import dev.kaitsu.crash.report.Findings;
import dev.kaitsu.crash.report.Row;
import dev.kaitsu.crash.report.Seen;
import dev.kaitsu.crash.report.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Counts trials by row of the matrix, and keeps what was broken in full. */
final class Tally {
  private final Map<Kind, Counts> rows = new LinkedHashMap<>();
  private final List<Violation> violations = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private long orders;
  private long retried;

  /** A row: what fails, when, and what everybody sees of it. */
  record Kind(String what, String when, Seen seen) {}

  private record Counts(long tried, long broken) {
    Counts plus(Counts other) {
      return new Counts(tried + other.tried, broken + other.broken);
    }
  }

  /**
   * Counts a trial and tells of it.
   *
   * @param broken promises, beside those of the result
   */
  void count(Kind kind, Trial.Result result, List<String> broken) {
    var all = new ArrayList<>(result.broken());
    all.addAll(broken);
    orders += result.orders();
    retried += result.retried();
    rows.merge(kind, new Counts(1, all.isEmpty() ? 0 : 1), Counts::plus);
    System.out.println(
        String.format(
            Locale.ROOT,
            "  %s, %s: %d orders, %d retried, struck ones ended after %.1f s%s",
            kind.what(),
            kind.when(),
            result.orders(),
            result.retried(),
            result.seconds(),
            all.isEmpty() ? "" : ", BROKEN " + all));
    if (!all.isEmpty()) {
      violations.add(new Violation(kind.what() + ", " + kind.when(), all));
    }
  }

  /** Adds a phrase with its number to what is said of the whole part. */
  void remark(String phrase) {
    remarks.add(phrase);
  }

  /** Adds a broken promise that is none of a single trial. */
  void violation(String what, List<String> details) {
    violations.add(new Violation(what, details));
  }

  Findings findings() {
    var table =
        rows.entrySet().stream()
            .map(
                row ->
                    new Row(
                        row.getKey().what(),
                        row.getKey().when(),
                        row.getKey().seen(),
                        row.getValue().tried(),
                        row.getValue().broken()))
            .toList();
    var totals = new ArrayList<String>();
    totals.add("%,d orders".formatted(orders));
    totals.add("%,d retried by an operator".formatted(retried));
    totals.addAll(remarks);
    return new Findings(table, violations, totals);
  }
}
