package dev.kaitsu.domain.guard;

import dev.kaitsu.model.Order;
import dev.kaitsu.port.out.FulfillmentListener.Skip;
import java.time.Instant;

/** An order that somebody has taken back since, or that was never approved, is left alone. */
final class IsApproved implements Guard {
  @Override
  public Verdict check(Order order, Instant now) {
    return order.isApproved()
        ? Verdict.PROCEED
        : new Verdict.LeaveAlone(
            Skip.NOT_APPROVED,
            "Status is %s, neither Approved nor Reactivate"
                .formatted(order.status().orElse("empty")));
  }
}
