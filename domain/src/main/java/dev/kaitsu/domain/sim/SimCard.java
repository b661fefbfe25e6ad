package dev.kaitsu.domain.sim;

import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.SimDetails;
import dev.kaitsu.model.sim.ProductNumber;
import java.util.Optional;

/**
 * The card of a physical SIM, as the inventory describes it.
 *
 * @param phoneNumber as written there
 */
public record SimCard(ProductNumber productNumber, Optional<String> phoneNumber) {

  static SimCard of(OrderId order, SimDetails details) throws SimRefused {
    var card =
        details
            .card()
            .orElseThrow(
                () ->
                    new SimRefused(
                        FailureCode.SIM_INVENTORY,
                        "Assign_Physical_SIM__c names no SIM card that is shown to us: assign one to the order"));
    if (card.assignedOrder().filter(other -> !isOrder(other, order)).isPresent()) {
      throw new SimRefused(
          FailureCode.SIM_INVENTORY,
          "the SIM card's Assigned_Order__c is another order: assign a free card");
    }
    var number =
        Field.required(FailureCode.SIM_PRODUCT_NUMBER, "PT_Number__c", card.productNumber());
    return new SimCard(
        Field.read(FailureCode.SIM_PRODUCT_NUMBER, "PT_Number__c", number, ProductNumber::new),
        card.phoneNumber());
  }

  /** Whether a lookup names this order, be it in the short form. */
  public static boolean isOrder(String id, OrderId order) {
    try {
      return new OrderId(id).equals(order);
    } catch (IllegalArgumentException noRecordId) {
      return false;
    }
  }
}
