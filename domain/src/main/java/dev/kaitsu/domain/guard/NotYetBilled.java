package dev.kaitsu.domain.guard;

import dev.kaitsu.model.Order;
import dev.kaitsu.port.out.FulfillmentListener.Skip;
import java.time.Instant;

/** An order approved again after a cancellation has its bill already; it gets no second one. */
final class NotYetBilled implements Guard {
  @Override
  public Verdict check(Order order, Instant now) {
    return order
        .billedAs()
        .<Verdict>map(
            billed ->
                new Verdict.LeaveAlone(
                    Skip.ALREADY_BILLED, "it is billed already, as WHMCS order " + billed))
        .orElse(Verdict.PROCEED);
  }
}
