package dev.kaitsu.domain.guard;

import dev.kaitsu.model.Order;
import dev.kaitsu.port.out.FulfillmentListener.Skip;
import java.time.Instant;

/**
 * Salesforce asks for fulfillment by exactly one value; empty and unknown values mean "do nothing".
 */
final class IsActivating implements Guard {
  @Override
  public Verdict check(Order order, Instant now) {
    return order.isActivating()
        ? Verdict.PROCEED
        : new Verdict.LeaveAlone(
            Skip.NOT_ACTIVATING,
            "Activation_Status__c is %s, not Activating"
                .formatted(order.activationStatus().orElse("empty")));
  }
}
