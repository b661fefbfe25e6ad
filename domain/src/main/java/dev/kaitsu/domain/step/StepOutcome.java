package dev.kaitsu.domain.step;

import dev.kaitsu.model.Halt;
import java.time.Instant;

/** How a step ended. */
public sealed interface StepOutcome {
  /** The effect is in place, whether this attempt or an earlier one put it there. */
  record Completed(Fulfillment fulfillment) implements StepOutcome {}

  /** The attempt failed; Salesforce is told. */
  record Halted(Halt why) implements StepOutcome {}

  /** The attempt goes on later; nothing failed. */
  record Waiting(Instant until, String why) implements StepOutcome {}

  /** The order is no longer approved. */
  record Withdrawn(String reason) implements StepOutcome {}
}
