package dev.kaitsu.adapter.salesforce;

import dev.kaitsu.model.Finding;
import dev.kaitsu.port.out.Checkup;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether the integration user sees and may change what we use of one object. */
final class ObjectCheckup implements Checkup {
  private static final String OPPORTUNITY = "Opportunity";

  private final String object;
  private final SalesforceFields fields;
  private final SalesforceRest rest;

  ObjectCheckup(String object, SalesforceConfig config, SalesforceRest rest) {
    this.object = object;
    this.fields = config.fields();
    this.rest = rest;
  }

  @Override
  public String name() {
    return "salesforce." + object.toLowerCase(Locale.ROOT);
  }

  @Override
  public List<String> needs() {
    return List.of(SalesforceCheckups.USABLE);
  }

  @Override
  public List<Finding> look() {
    var needs = ObjectNeeds.of(object, fields);
    if (needs.standard().isEmpty() && needs.settings().isEmpty()) {
      return List.of(Finding.pass("%s is not used".formatted(object)));
    }
    Described described;
    try {
      described = Described.read(rest, object);
    } catch (ExternalCallException refused) {
      return List.of(
          fault(
              "%s is not shown to the integration user (%s)"
                  .formatted(object, refused.halt().reason()),
              "give it read and edit access to " + object));
    }
    var findings = new ArrayList<Finding>();
    needs.standard().forEach(name -> standard(described, name, findings));
    needs.settings().forEach(field -> setting(described, field, findings));
    return findings.isEmpty() ? List.of(allThere(needs)) : findings;
  }

  private Finding allThere(ObjectNeeds needs) {
    return Finding.pass(
        "%s: all %d fields are there, %d of them may be written"
            .formatted(
                object,
                needs.standard().size() + needs.settings().size(),
                needs.settings().stream().filter(ObjectNeeds::isWritten).count()));
  }

  private void standard(Described described, String name, List<Finding> findings) {
    if (!described.has(name)) {
      findings.add(missing(name, ""));
    } else if (name.equals("Status") && !described.isUpdateable(name)) {
      findings.add(readOnly(name));
    }
  }

  private void setting(Described described, SalesforceField field, List<Finding> findings) {
    var name = fields.name(field);
    if (!described.has(name)) {
      findings.add(missing(name, rename(field)));
      return;
    }
    if (ObjectNeeds.isWritten(field) && !described.isUpdateable(name)) {
      findings.add(readOnly(name));
    }
    if (ObjectNeeds.isAskedFor(field) && !described.isFilterable(name)) {
      findings.add(
          fault(
              "%s.%s cannot be asked for in queries, so sweeps find no order"
                  .formatted(object, name),
              "make it a picklist or text field that is not encrypted"));
    }
  }

  private Finding missing(String name, String otherwise) {
    return fault(
        "%s.%s does not exist or is not shown to the integration user".formatted(object, name),
        "give the integration user read access to it" + otherwise);
  }

  private static String rename(SalesforceField field) {
    return ", or name the org's own field in %s%s"
        .formatted(field.variable(), field.isDispensable() ? " ('off' if it has none)" : "");
  }

  private Finding readOnly(String name) {
    return fault(
        "%s.%s may not be written by the integration user".formatted(object, name),
        "give it edit access to the field; a formula field cannot be used");
  }

  /** Without its opportunity an order is fulfilled all the same. */
  private Finding fault(String found, String remedy) {
    return object.equals(OPPORTUNITY) ? Finding.warn(found, remedy) : Finding.fail(found, remedy);
  }
}
