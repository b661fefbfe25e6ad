package dev.kaitsu.domain.mapping;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingDraft;
import dev.kaitsu.model.BillingLine;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.Order;
import dev.kaitsu.model.OrderLine;
import dev.kaitsu.model.ProductId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Maps a whole order: every line, or none and a reason. Several units become one line where the
 * product allows quantities, else the line is repeated: an unknown {@code qty} would be ignored in
 * silence, and too little billed.
 */
public final class OrderMapping {
  private final LineMapping lines;

  public OrderMapping(Predicate<ProductId> allowsQuantity) {
    this.lines = new LineMapping(allowsQuantity);
  }

  public BillingDraft map(Order order, BillingClientId client) throws MappingRefused {
    if (order.scheduled() && order.scheduledFor().isEmpty()) {
      throw new MappingRefused(
          new Halt.Refused(
              FailureCode.MAPPING_SCHEDULE,
              "Activation_Type__c is Scheduled, but Activation_Scheduled_At__c is empty"));
    }
    if (order.lines().isEmpty()) {
      throw new MappingRefused(
          new Halt.Refused(FailureCode.MAPPING_NO_LINES, "the order has no order items"));
    }
    List<BillingLine> billed = new ArrayList<>();
    for (OrderLine line : order.lines()) {
      billed.addAll(lines.map(line));
    }
    return new BillingDraft(order.id(), client, billed);
  }
}
