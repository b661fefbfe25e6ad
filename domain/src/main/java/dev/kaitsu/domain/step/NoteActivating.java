package dev.kaitsu.domain.step;

import dev.kaitsu.domain.ledger.Journal;
import dev.kaitsu.port.out.Orders;

/**
 * Notes that Salesforce shows Activating, which only Salesforce itself sets, and clears what an
 * earlier failure left in the error fields.
 */
final class NoteActivating implements FulfillmentStep {
  private final Orders orders;

  NoteActivating(Orders orders) {
    this.orders = orders;
  }

  @Override
  public String name() {
    return "sf_status_update";
  }

  @Override
  public StepOutcome run(Fulfillment fulfillment, Journal journal) {
    if (fulfillment.order().staleError()) {
      orders.clearError(fulfillment.order().id());
    }
    return new StepOutcome.Completed(fulfillment);
  }
}
