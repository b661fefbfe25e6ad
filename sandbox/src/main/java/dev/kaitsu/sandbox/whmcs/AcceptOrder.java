package dev.kaitsu.sandbox.whmcs;

import dev.kaitsu.sandbox.php.PhpArray;
import java.util.ArrayList;
import java.util.List;

/** Accepts a Pending order: it and, unless {@code autosetup} is off, its services turn Active. */
final class AcceptOrder implements Action {
  private static final String MODULE_TEXT =
      "Module Create Failed - Could not connect to the server";
  private static final String HOOK_TEXT = "Function Aborted by Action Hook Code";

  private final Installation installation;

  AcceptOrder(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Reply run(PhpArray form) {
    int orderId = form.integer("orderid").orElse(0);
    boolean setUp = form.text("autosetup").isEmpty() || form.truthy("autosetup");
    var order = installation.books().order(orderId).filter(WhmcsOrder::isPending);
    if (order.isEmpty()) {
      return Reply.error(OrderStatusActions.NOT_PENDING);
    }
    return switch (installation.behaviour().acceptance) {
      case WORKS -> accept(orderId, setUp);
      case STAFF_IS_FASTER -> {
        accept(orderId, true);
        yield accept(orderId, setUp);
      }
      case MODULE_FAILS_ORDER_STAYS_PENDING -> Reply.error(MODULE_TEXT);
      case MODULE_FAILS_ORDER_TURNS_ACTIVE -> {
        accept(orderId, false);
        yield Reply.error(MODULE_TEXT);
      }
      case MODULE_FAILS_HALF_WAY -> {
        installation
            .books()
            .change(orderId, WhmcsOrder::isPending, AcceptOrder::withFirstServiceActive);
        yield Reply.error(MODULE_TEXT);
      }
      case HOOK_ABORTS_ORDERS_WITH_NOTES ->
          order.get().notes().isEmpty() ? accept(orderId, setUp) : Reply.error(HOOK_TEXT);
    };
  }

  private Reply accept(int orderId, boolean setUp) {
    var accepted =
        installation
            .books()
            .change(
                orderId,
                WhmcsOrder::isPending,
                order -> {
                  var active = order.withStatus("Active");
                  return setUp ? OrderStatusActions.servicesTurn(active, "Active") : active;
                });
    return accepted.isPresent()
        ? Reply.success(installation.row())
        : Reply.error(OrderStatusActions.NOT_PENDING);
  }

  static WhmcsOrder withFirstServiceActive(WhmcsOrder order) {
    List<WhmcsService> services = new ArrayList<>(order.services());
    services.set(0, services.get(0).withStatus("Active"));
    return order.with(services);
  }
}
