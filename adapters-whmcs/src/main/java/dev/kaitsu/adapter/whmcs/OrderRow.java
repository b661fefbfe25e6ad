package dev.kaitsu.adapter.whmcs;

import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.BillingOrderStatus;
import java.util.Locale;
import java.util.OptionalLong;

/** One row of GetOrders. */
record OrderRow(
    BillingOrderId id,
    OptionalLong client,
    BillingOrderStatus status,
    String statusText,
    String notes) {

  /**
   * @throws WireObject.OddListException if the row has no id: it might be the very order we look
   *     for
   */
  static OrderRow of(WireObject row) {
    var id = row.id("id").orElseThrow(() -> new WireObject.OddListException("orders"));
    var status = row.text("status").orElse("");
    return new OrderRow(
        new BillingOrderId(id),
        row.id("userid"),
        statusOf(status),
        status,
        row.text("notes").orElse(""));
  }

  private static BillingOrderStatus statusOf(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "pending" -> BillingOrderStatus.PENDING;
      case "active" -> BillingOrderStatus.ACTIVE;
      case "cancelled" -> BillingOrderStatus.CANCELLED;
      case "fraud" -> BillingOrderStatus.FRAUD;
      default -> BillingOrderStatus.OTHER;
    };
  }
}
