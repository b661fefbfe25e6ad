package dev.kaitsu.domain.step;

import dev.kaitsu.domain.ledger.Journal;

/** One thing that fulfillment does. Safe to run again after a crash at any point. */
public interface FulfillmentStep {
  /** The runbook's name, as it appears in logs, metrics and the ledger. */
  String name();

  /**
   * Runs the step.
   *
   * @throws dev.kaitsu.port.out.ExternalCallException if a call failed; its halt ends the attempt
   */
  StepOutcome run(Fulfillment fulfillment, Journal journal);
}
