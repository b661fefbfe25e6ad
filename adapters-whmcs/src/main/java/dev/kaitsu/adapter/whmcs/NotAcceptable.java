package dev.kaitsu.adapter.whmcs;

import static dev.kaitsu.port.out.ExternalCallException.refused;

import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.port.out.ExternalCallException;

/** Orders that nobody can accept as they are. */
final class NotAcceptable {
  private NotAcceptable() {}

  /**
   * Returns if the order is pending or active.
   *
   * @throws ExternalCallException refused, with the code of what is in the way
   */
  static void refuse(OrderRow row) {
    var id = row.id();
    switch (row.status()) {
      case PENDING, ACTIVE -> {}
      case CANCELLED ->
          throw refused(
              FailureCode.BILLING_ORDER_CANCELLED,
              "billing order %s is cancelled in WHMCS".formatted(id));
      case FRAUD ->
          throw refused(
              FailureCode.BILLING_ORDER_FRAUD,
              "billing order %s is marked as fraud in WHMCS".formatted(id));
      case OTHER ->
          throw unclear(
              "billing order %s has the status '%s' in WHMCS"
                  .formatted(id, SafeText.of(row.statusText())));
    }
  }

  static ExternalCallException gone(BillingOrderId order) {
    return unclear("billing order %s does not exist in WHMCS".formatted(order));
  }

  static ExternalCallException unclear(String reason) {
    return refused(FailureCode.BILLING_ORDER_UNCLEAR, reason);
  }
}
