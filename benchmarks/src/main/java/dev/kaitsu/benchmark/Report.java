package dev.kaitsu.benchmark;

import dev.kaitsu.process.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures as a page, and as lines for the terminal. */
final class Report {
  private Report() {}

  /** What one part found. */
  record Section(Part part, List<Figure> figures) {}

  /**
   * The page.
   *
   * @param run which commit was measured, and when
   */
  static String page(String run, Machine machine, List<Section> sections) {
    var lines = new ArrayList<String>();
    lines.add("# Benchmarks");
    lines.add("");
    lines.add("Written by `benchmarks/run`, never by hand. Measured: " + run + ".");
    lines.add("");
    machine.facts().forEach(fact -> lines.add("- " + fact));
    lines.add(
        "- server and sandbox in processes of their own, started by `./kaitsu`; PostgreSQL with"
            + " fsync on; all of it on these cores; warmed up before measuring");
    lines.add("");
    lines.add("| What | Measured | Required | Aim | |");
    lines.add("|---|---:|---:|---:|---|");
    sections.forEach(section -> section.figures().forEach(figure -> lines.add(row(figure))));
    lines.add("");
    lines.add("## What is measured");
    sections.forEach(
        section -> {
          lines.add("");
          lines.add("**%s.** %s".formatted(section.part().name(), section.part().method()));
        });
    lines.add("");
    return String.join("\n", lines);
  }

  static String line(Figure figure) {
    return "  %-48s %10s %-9s %s"
        .formatted(
            figure.what(),
            number(figure.value()),
            figure.unit(),
            figure.budget().map(budget -> budget.verdict(figure.value())).orElse(""));
  }

  private static String row(Figure figure) {
    var budget = figure.budget();
    return "| %s | %s %s | %s | %s | %s |"
        .formatted(
            figure.what(),
            number(figure.value()),
            figure.unit(),
            budget.map(limits -> number(limits.required())).orElse(""),
            budget.map(limits -> number(limits.aim())).orElse(""),
            budget.map(limits -> limits.verdict(figure.value())).orElse(""));
  }

  private static String number(double value) {
    boolean whole = value == Math.rint(value) || Math.abs(value) >= 100;
    return String.format(Locale.ROOT, whole ? "%,.0f" : "%.2f", value);
  }
}
