package dev.kaitsu.wiring.doctor;

import dev.kaitsu.model.Finding;
import dev.kaitsu.port.out.Checkup;
import java.util.List;

/** What is known without looking. */
record Fixed(String name, List<Finding> look) implements Checkup {
  static Checkup of(String name, Finding finding) {
    return new Fixed(name, List.of(finding));
  }

  /** Stands for a part whose variables cannot be used. */
  static Checkup unusable(String name) {
    return of(name, Finding.skipped("environment.variables names faults of its settings"));
  }
}
