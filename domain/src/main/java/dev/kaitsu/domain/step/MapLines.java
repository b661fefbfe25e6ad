package dev.kaitsu.domain.step;

import dev.kaitsu.domain.ledger.Journal;
import dev.kaitsu.domain.mapping.MappingRefused;
import dev.kaitsu.domain.mapping.OrderMapping;
import dev.kaitsu.port.out.Billing;

/** Maps every line before anything has an effect, so that a mapping error leaves nothing behind. */
final class MapLines implements FulfillmentStep {
  private final OrderMapping mapping;

  MapLines(Billing billing) {
    this.mapping = new OrderMapping(billing::allowsQuantity);
  }

  @Override
  public String name() {
    return "mapping";
  }

  @Override
  public StepOutcome run(Fulfillment fulfillment, Journal journal) {
    try {
      var client = fulfillment.client().orElseThrow();
      return new StepOutcome.Completed(
          fulfillment.drafted(mapping.map(fulfillment.order(), client)));
    } catch (MappingRefused refused) {
      return fulfillment.billed().isPresent()
          ? new StepOutcome.Completed(fulfillment) // the bill exists: too late to refuse
          : new StepOutcome.Halted(refused.why());
    }
  }
}
