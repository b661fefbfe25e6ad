package dev.kaitsu.domain.step;

import dev.kaitsu.domain.ledger.Journal;
import dev.kaitsu.domain.mapping.MappingRefused;
import dev.kaitsu.domain.mapping.OrderMapping;
import dev.kaitsu.domain.setting.Time;
import dev.kaitsu.domain.sim.SimMapping;
import dev.kaitsu.domain.sim.SimRefused;
import dev.kaitsu.port.out.Billing;

/** Maps every line before anything has an effect, so that a mapping error leaves nothing behind. */
final class MapLines implements FulfillmentStep {
  private final OrderMapping mapping;
  private final Time time;

  MapLines(Billing billing, Time time) {
    this.mapping = new OrderMapping(billing::allowsQuantity);
    this.time = time;
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
          withSim(fulfillment.drafted(mapping.map(fulfillment.order(), client))));
    } catch (SimRefused refused) {
      return new StepOutcome.Halted(refused.why());
    } catch (MappingRefused refused) {
      return fulfillment.billed().isPresent()
          ? withSimOnly(fulfillment) // the bill exists: too late to refuse
          : new StepOutcome.Halted(refused.why());
    }
  }

  private StepOutcome withSimOnly(Fulfillment fulfillment) {
    try {
      return new StepOutcome.Completed(withSim(fulfillment));
    } catch (SimRefused refused) {
      return new StepOutcome.Halted(refused.why());
    }
  }

  private Fulfillment withSim(Fulfillment fulfillment) throws SimRefused {
    var details = fulfillment.sim().details();
    if (details.isEmpty() || fulfillment.file().sim().isLive()) {
      return fulfillment; // once it is live, it is too late to refuse
    }
    return fulfillment.withSim(
        fulfillment
            .sim()
            .checked(SimMapping.map(fulfillment.order().id(), details.get(), time.now())));
  }
}
