package dev.kaitsu.domain.step;

import dev.kaitsu.domain.ledger.Journal;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;

/** SIM lines are activated before billing; an installation without that refuses SIM orders. */
final class ActivateSim implements FulfillmentStep {
  @Override
  public String name() {
    return "sim_activation";
  }

  @Override
  public StepOutcome run(Fulfillment fulfillment, Journal journal) {
    return fulfillment.order().isSim()
        ? new StepOutcome.Halted(
            new Halt.Refused(
                FailureCode.SIM_NOT_CONFIGURED,
                "this is a SIM order, and SIM activation is not configured here"))
        : new StepOutcome.Completed(fulfillment);
  }
}
