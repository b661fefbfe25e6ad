package dev.kaitsu.domain.guard;

import dev.kaitsu.model.Order;
import java.time.Instant;

/** A scheduled activation waits for its time; one without a time is for mapping to refuse. */
final class IsDue implements Guard {
  @Override
  public Verdict check(Order order, Instant now) {
    return order
        .scheduledFor()
        .filter(now::isBefore)
        .<Verdict>map(due -> new Verdict.Wait(due, "activation is scheduled for " + due))
        .orElse(Verdict.PROCEED);
  }
}
