package dev.kaitsu.domain.step;

import dev.kaitsu.domain.ledger.Journal;
import dev.kaitsu.domain.setting.SimPorts;
import dev.kaitsu.domain.step.StepOutcome.Completed;
import java.util.Optional;

/**
 * Items and products came with the order, in the same read; what Salesforce says about a SIM is
 * asked for only where there is one.
 */
final class ReadDetails implements FulfillmentStep {
  private final Optional<SimPorts> sims;

  ReadDetails(Optional<SimPorts> sims) {
    this.sims = sims;
  }

  @Override
  public String name() {
    return "order_details";
  }

  @Override
  public StepOutcome run(Fulfillment fulfillment, Journal journal) {
    if (sims.isEmpty() || !fulfillment.order().isSim()) {
      return new Completed(fulfillment);
    }
    return sims.get()
        .orders()
        .details(fulfillment.order().id())
        .<StepOutcome>map(
            details -> new Completed(fulfillment.withSim(fulfillment.sim().described(details))))
        .orElseGet(
            () -> new StepOutcome.Withdrawn("the order is no longer to be seen in Salesforce"));
  }
}
