package dev.kaitsu.adapter.salesforce;

import dev.kaitsu.port.out.ExternalCallException;
import dev.kaitsu.port.out.HealthProbe;
import java.util.Optional;

/** Asks Salesforce for one order's id: proves login, network, and that orders are shown to us. */
public final class SalesforceProbe implements HealthProbe {
  private final Rows rows;

  public SalesforceProbe(SalesforceSession session) {
    this.rows = new Rows(new SalesforceRest(session));
  }

  @Override
  public String name() {
    return "salesforce";
  }

  @Override
  public Optional<String> problem() {
    try {
      rows.query("probe", "SELECT Id FROM Order LIMIT 1");
      return Optional.empty();
    } catch (ExternalCallException e) {
      return Optional.of(e.halt().reason());
    }
  }
}
