package dev.kaitsu.domain.step;

import dev.kaitsu.domain.ledger.Journal;
import dev.kaitsu.port.out.Orders;

/**
 * Notes that Salesforce shows Activating, which only Salesforce itself sets, and clears what an
 * earlier failure left in the error fields.
 */
final class NoteActivating implements FulfillmentStep {
  private final Orders orders;
  private final ReadAgain readAgain;

  NoteActivating(Orders orders, ReadAgain readAgain) {
    this.orders = orders;
    this.readAgain = readAgain;
  }

  @Override
  public String name() {
    return "sf_status_update";
  }

  @Override
  public StepOutcome run(Fulfillment fulfillment, Journal journal) {
    if (!fulfillment.order().staleError()) {
      return new StepOutcome.Completed(fulfillment);
    }
    journal.confirm();
    orders.clearError(fulfillment.order().id());
    return readAgain.now(fulfillment); // our own change must not pass for an operator's later
  }
}
