package dev.kaitsu.sandbox.whmcs;

import dev.kaitsu.sandbox.php.PhpArray;
import java.util.Map;
import java.util.TreeMap;

/** The actions that move an order back or away, and the list of states it can be in. */
final class OrderStatusActions {
  static final String NOT_PENDING = "Order ID not found or Status not Pending";

  private final Installation installation;

  OrderStatusActions(Installation installation) {
    this.installation = installation;
  }

  /** Only Pending orders can be cancelled; their services go with them. */
  Reply cancelOrder(PhpArray form) {
    var cancelled =
        installation
            .books()
            .change(
                form.integer("orderid").orElse(0),
                WhmcsOrder::isPending,
                order -> servicesTurn(order.withStatus("Cancelled"), "Cancelled"));
    return cancelled.isPresent() ? Reply.success(installation.row()) : Reply.error(NOT_PENDING);
  }

  /** Sets any order and all its services back to Pending. */
  Reply pendingOrder(PhpArray form) {
    var pending =
        installation
            .books()
            .change(
                form.integer("orderid").orElse(0),
                order -> true,
                order -> servicesTurn(order.withStatus("Pending"), "Pending"));
    return pending.isPresent()
        ? Reply.success(installation.row())
        : Reply.error("Order ID Not Found");
  }

  Reply getOrderStatuses(PhpArray form) {
    Map<String, Integer> counts = new TreeMap<>();
    for (String status : new String[] {"Pending", "Active", "Fraud", "Cancelled"}) {
      counts.put(status, 0);
    }
    installation.books().orders().forEach(order -> counts.merge(order.status(), 1, Integer::sum));
    var rows =
        counts.entrySet().stream()
            .map(e -> installation.row().text("title", e.getKey()).number("count", e.getValue()))
            .toList();
    return Reply.success(
        installation.row().number("totalresults", rows.size()).list("statuses", "status", rows));
  }

  static WhmcsOrder servicesTurn(WhmcsOrder order, String status) {
    return order.with(order.services().stream().map(each -> each.withStatus(status)).toList());
  }
}
