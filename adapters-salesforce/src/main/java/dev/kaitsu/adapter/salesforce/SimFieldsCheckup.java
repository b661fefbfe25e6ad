package dev.kaitsu.adapter.salesforce;

import dev.kaitsu.model.Finding;
import dev.kaitsu.port.out.Checkup;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the org has the fields that SIM orders are read by. Their names are guesses until the
 * org's owner has confirmed them, and one that is missing is done without.
 */
final class SimFieldsCheckup implements Checkup {
  private final SimFieldNames names;
  private final SalesforceRest rest;

  SimFieldsCheckup(SimFieldNames names, SalesforceRest rest) {
    this.names = names;
    this.rest = rest;
  }

  @Override
  public String name() {
    return "salesforce.sim";
  }

  @Override
  public List<String> needs() {
    return List.of(SalesforceCheckups.USABLE);
  }

  @Override
  public List<Finding> look() {
    var findings = new ArrayList<Finding>();
    for (SimObject object : SimObject.values()) {
      look(object, findings);
    }
    return findings.isEmpty()
        ? List.of(
            Finding.pass("all %d fields of SIM orders are there".formatted(names.names().size())))
        : findings;
  }

  private void look(SimObject object, List<Finding> findings) {
    Described described;
    try {
      described = Described.read(rest, object.apiName());
    } catch (ExternalCallException refused) {
      findings.add(
          Finding.warn(
              "%s is not shown to the integration user (%s)"
                  .formatted(object.apiName(), refused.halt().reason()),
              "give it read access to " + object.apiName() + ", or SIM orders go on without it"));
      return;
    }
    for (SimField field : SimField.values()) {
      var name = names.name(field).filter(any -> field.object() == object);
      if (name.filter(each -> !described.has(each)).isPresent()) {
        findings.add(
            Finding.warn(
                "%s.%s does not exist or is not shown to the integration user"
                    .formatted(object.apiName(), name.get()),
                "SIM orders go on without it: name it by %s, or set that to off"
                    .formatted(field.variable())));
      }
    }
  }
}
