package dev.kaitsu.cli;

import dev.kaitsu.model.Finding.Level;
import dev.kaitsu.wiring.doctor.Diagnosis;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the doctor found: a line for each finding, grouped, or the same as JSON. */
final class DoctorPage {
  private final List<Diagnosis> diagnoses;

  DoctorPage(List<Diagnosis> diagnoses) {
    this.diagnoses = diagnoses;
  }

  boolean failed() {
    return count(Level.FAIL) > 0;
  }

  void print(Output output, PrintWriter out) {
    if (output.isJson()) {
      output.print(out, asJson());
      return;
    }
    String group = "";
    for (Diagnosis each : diagnoses) {
      if (!each.group().equals(group)) {
        group = each.group();
        out.println(group);
      }
      out.println(
          "  %-4s  %-11s %s".formatted(word(each.finding().level()), each.check(), says(each)));
    }
    out.println();
    out.println(summary());
    out.flush();
  }

  private static String says(Diagnosis diagnosis) {
    var finding = diagnosis.finding();
    return finding.remedy().isEmpty()
        ? finding.found()
        : finding.found() + " -> " + finding.remedy();
  }

  private String summary() {
    return "%d passed, %d warnings, %d failed, %d skipped"
        .formatted(count(Level.PASS), count(Level.WARN), count(Level.FAIL), count(Level.SKIPPED));
  }

  private long count(Level level) {
    return diagnoses.stream().filter(each -> each.finding().level() == level).count();
  }

  private static String word(Level level) {
    return level == Level.SKIPPED ? "skip" : level.name().toLowerCase(Locale.ROOT);
  }

  private Map<String, Object> asJson() {
    var page = new LinkedHashMap<String, Object>();
    page.put("result", failed() ? "fail" : count(Level.WARN) > 0 ? "warn" : "pass");
    page.put("passed", count(Level.PASS));
    page.put("warnings", count(Level.WARN));
    page.put("failed", count(Level.FAIL));
    page.put("skipped", count(Level.SKIPPED));
    page.put("checks", diagnoses.stream().map(DoctorPage::asJson).toList());
    return page;
  }

  private static Map<String, String> asJson(Diagnosis diagnosis) {
    var line = new LinkedHashMap<String, String>();
    line.put("group", diagnosis.group());
    line.put("check", diagnosis.check());
    line.put("level", word(diagnosis.finding().level()));
    line.put("found", diagnosis.finding().found());
    line.put("remedy", diagnosis.finding().remedy());
    return line;
  }
}
