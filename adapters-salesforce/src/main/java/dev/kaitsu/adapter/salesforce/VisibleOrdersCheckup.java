package dev.kaitsu.adapter.salesforce;

import dev.kaitsu.model.Finding;
import dev.kaitsu.port.out.Checkup;
import java.util.List;

/** Whether any order is shown to us: describe tells nothing about sharing rules. */
final class VisibleOrdersCheckup implements Checkup {
  private final Rows rows;

  VisibleOrdersCheckup(SalesforceRest rest) {
    this.rows = new Rows(rest);
  }

  @Override
  public String name() {
    return "salesforce.orders";
  }

  @Override
  public List<String> needs() {
    return List.of(SalesforceCheckups.USABLE);
  }

  @Override
  public List<Finding> look() {
    var found = rows.query(SalesforceCheckups.OPERATION, "SELECT Id FROM Order LIMIT 1");
    return List.of(
        found.isEmpty()
            ? Finding.warn(
                "no order is to be seen",
                "unless the org has none, give the integration user View All on Order")
            : Finding.pass("orders are shown to the integration user"));
  }
}
