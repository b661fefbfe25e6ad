package dev.kaitsu.domain.step;

import dev.kaitsu.domain.ledger.Journal;

/** Items and products came with the order, in the same read: this step only marks the place. */
final class ReadDetails implements FulfillmentStep {
  @Override
  public String name() {
    return "order_details";
  }

  @Override
  public StepOutcome run(Fulfillment fulfillment, Journal journal) {
    return new StepOutcome.Completed(fulfillment);
  }
}
