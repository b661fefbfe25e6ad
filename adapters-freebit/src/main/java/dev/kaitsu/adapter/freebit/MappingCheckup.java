package dev.kaitsu.adapter.freebit;

import dev.kaitsu.model.Finding;
import dev.kaitsu.port.out.Checkup;
import java.util.ArrayList;
import java.util.List;

/** Whether somebody has looked at what Freebit's documents leave open. */
final class MappingCheckup implements Checkup {
  private final FreebitMapping mapping;

  MappingCheckup(FreebitMapping mapping) {
    this.mapping = mapping;
  }

  @Override
  public String name() {
    return "freebit.mapping";
  }

  @Override
  public List<Finding> look() {
    var findings = new ArrayList<Finding>();
    findings.add(
        mapping.changed() == 0
            ? Finding.warn(
                "all paths, names and codes that Freebit's documents leave open are Kaitsu's guesses",
                "confirm the list in docs/freebit.md with Freebit; give what differs in"
                    + " FREEBIT_MAPPING_PATH")
            : Finding.pass(
                "%d values come from FREEBIT_MAPPING_PATH".formatted(mapping.changed())));
    if (mapping.find(MappingKey.HISTORY_PATH).isEmpty()) {
      findings.add(
          Finding.warn(
              "the path of the quota history is unknown: a top-up whose answer is lost needs a"
                  + " person",
              "ask Freebit for the path of PA05-02 and give it as PA05-02.path in"
                  + " FREEBIT_MAPPING_PATH"));
    }
    return findings;
  }
}
