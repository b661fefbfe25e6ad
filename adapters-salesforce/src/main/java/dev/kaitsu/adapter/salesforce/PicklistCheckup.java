package dev.kaitsu.adapter.salesforce;

import dev.kaitsu.model.Finding;
import dev.kaitsu.port.out.Checkup;
import java.util.ArrayList;
import java.util.List;

/** Whether the order's picklists have the values that we read and write. */
final class PicklistCheckup implements Checkup {
  private static final List<String> ACTIVATION = List.of("Activating", "Activated", "Failed");

  private final SalesforceConfig config;
  private final SalesforceRest rest;

  PicklistCheckup(SalesforceConfig config, SalesforceRest rest) {
    this.config = config;
    this.rest = rest;
  }

  @Override
  public String name() {
    return "salesforce.picklists";
  }

  @Override
  public List<String> needs() {
    return List.of(SalesforceCheckups.USABLE);
  }

  @Override
  public List<Finding> look() {
    var order = Described.read(rest, "Order");
    var findings = new ArrayList<Finding>();
    var activation = config.fields().name(SalesforceField.ORDER_ACTIVATION_STATUS);
    ACTIVATION.forEach(value -> require(order, activation, value, "", findings));
    require(order, "Status", config.finalStatus(), ", or set SF_FINAL_STATUS", findings);
    return findings.isEmpty()
        ? List.of(
            Finding.pass(
                "%s knows %s, Status knows %s"
                    .formatted(activation, String.join(", ", ACTIVATION), config.finalStatus())))
        : findings;
  }

  private static void require(
      Described order, String field, String value, String otherwise, List<Finding> findings) {
    var values = order.values(field);
    if (values.contains(value) || !order.has(field)) {
      return; // a missing field is told of by the checkup of its object
    }
    var found = "Order.%s has no active value '%s'".formatted(field, value);
    var remedy = "add the value to the picklist" + otherwise;
    if (order.isRestricted(field) || field.equals("Status")) {
      findings.add(Finding.fail(found, remedy));
    } else if (!values.isEmpty()) {
      findings.add(Finding.warn(found + "; it is not restricted, so writing it works", remedy));
    }
  }
}
