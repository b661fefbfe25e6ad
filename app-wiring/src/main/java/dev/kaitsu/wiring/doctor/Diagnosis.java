package dev.kaitsu.wiring.doctor;

import dev.kaitsu.model.Finding;

/** One finding, and by which checkup; its name is its group, a dot, and what it looked at. */
public record Diagnosis(String checkup, Finding finding) {
  public String group() {
    return checkup.substring(0, checkup.indexOf('.'));
  }

  /** What was looked at, without the group. */
  public String check() {
    return checkup.substring(checkup.indexOf('.') + 1);
  }
}
