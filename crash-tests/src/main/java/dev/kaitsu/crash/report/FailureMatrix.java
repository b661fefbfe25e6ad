package dev.kaitsu.crash.report;

import dev.kaitsu.process.Machine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The findings as a page, and as lines for the terminal. */
public final class FailureMatrix {
  private FailureMatrix() {}

  /** What one part found, and how long it took. */
  public record Section(Part part, Findings findings, Duration took) {}

  /**
   * The page.
   *
   * @param run which commit was tried, and when
   */
  public static String page(String run, Machine machine, List<Section> sections) {
    var took = sections.stream().map(Section::took).reduce(Duration.ZERO, Duration::plus);
    var lines = new ArrayList<String>();
    lines.add("# Failure matrix");
    lines.add("");
    lines.add("Written by `crash-tests/run`, never by hand. Tried: " + run + ", in " + in(took));
    lines.add("");
    machine.facts().forEach(fact -> lines.add("- " + fact));
    for (Section section : sections) {
      lines.add("");
      lines.add("## " + section.part().name());
      lines.add("");
      lines.add(section.part().method());
      lines.add("");
      lines.add(totals(section) + ".");
      lines.add("");
      lines.add(
          "| What fails | When | The order | WHMCS | Salesforce | The operator | Tried |"
              + " Violations |");
      lines.add("|---|---|---|---|---|---|---:|---:|");
      section.findings().rows().forEach(row -> lines.add(row(row)));
    }
    lines.add("");
    return String.join("\n", lines);
  }

  /**
   * The page of a soak.
   *
   * @param table of what was measured meanwhile
   */
  public static String soak(String run, Machine machine, Section section, List<String> table) {
    var lines = new ArrayList<String>();
    lines.add("# Soak");
    lines.add("");
    lines.add("Written by `crash-tests/run soak`, never by hand. Tried: " + run);
    lines.add("");
    machine.facts().forEach(fact -> lines.add("- " + fact));
    lines.add("");
    lines.add(totals(section) + ".");
    lines.add("");
    lines.add(section.part().method());
    lines.add("");
    lines.addAll(table);
    lines.add("");
    return String.join("\n", lines);
  }

  /** For the terminal: what was tried, and every broken promise in full. */
  public static List<String> lines(Section section) {
    var lines = new ArrayList<String>();
    for (Row row : section.findings().rows()) {
      lines.add(
          "  %-62s %,12d tried %,6d violations"
              .formatted(row.what() + ", " + row.when(), row.tried(), row.violations()));
    }
    lines.add("  " + totals(section));
    for (Violation broken : section.findings().violations()) {
      lines.add("VIOLATION " + broken.what());
      broken.details().forEach(detail -> lines.add("    " + detail));
    }
    return lines;
  }

  private static String totals(Section section) {
    var findings = section.findings();
    return "%s; %,d violations; %s"
        .formatted(
            String.join(", ", findings.totals()), findings.violations().size(), in(section.took()));
  }

  private static String row(Row row) {
    var seen = row.seen();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %s | %s | %,d | %,d |",
        row.what(),
        row.when(),
        seen.order(),
        seen.whmcs(),
        seen.salesforce(),
        seen.operator(),
        row.tried(),
        row.violations());
  }

  private static String in(Duration took) {
    return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
  }
}
