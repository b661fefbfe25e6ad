package dev.kaitsu.wiring.doctor;

import dev.kaitsu.model.Finding;
import dev.kaitsu.port.out.Checkup;
import dev.kaitsu.wiring.config.ReadableParts;
import java.util.ArrayList;
import java.util.List;

/** What keeps the server from starting, or would surprise its operator. */
record VariablesCheckup(ReadableParts parts) implements Checkup {
  @Override
  public String name() {
    return "environment.variables";
  }

  @Override
  public List<Finding> look() {
    var findings = new ArrayList<Finding>();
    parts.problems().stream()
        .flatMap(String::lines)
        .forEach(problem -> findings.add(Finding.fail(problem, "")));
    parts.warnings().forEach(warning -> findings.add(Finding.warn(warning, "")));
    return findings.isEmpty() ? List.of(Finding.pass("every variable can be used")) : findings;
  }
}
