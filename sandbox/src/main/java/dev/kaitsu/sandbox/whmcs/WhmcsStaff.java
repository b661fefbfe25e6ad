package dev.kaitsu.sandbox.whmcs;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people at the admin area do behind the API's back. Each act answers whether it worked. */
public final class WhmcsStaff {
  private final Installation installation;

  WhmcsStaff(Installation installation) {
    this.installation = installation;
  }

  /** Places a Pending order of one monthly unit, free of charge and without any marker. */
  public WhmcsOrder orders(int clientId, int pid) {
    int id = installation.sequences().nextOrder();
    var service =
        new WhmcsService(
            installation.sequences().nextService(),
            id,
            clientId,
            pid,
            "monthly",
            1,
            BigDecimal.ZERO,
            "",
            "Pending",
            "",
            Map.of(),
            Map.of());
    var order =
        new WhmcsOrder(
            id,
            clientId,
            installation.sequences().orderNumber(),
            installation.now(),
            "mailin",
            BigDecimal.ZERO,
            Optional.empty(),
            "Pending",
            "",
            List.of(new WhmcsOrder.OrderLine(pid, "monthly", 1)),
            List.of(service));
    installation.books().put(order);
    return order;
  }

  public boolean accepts(int orderId) {
    return turns(orderId, "Active");
  }

  /** Sets up the first service of the order by hand; the order itself stays as it is. */
  public boolean setsUpFirstService(int orderId) {
    return installation
        .books()
        .change(orderId, order -> true, AcceptOrder::withFirstServiceActive)
        .isPresent();
  }

  public boolean cancels(int orderId) {
    return turns(orderId, "Cancelled");
  }

  public boolean marksAsFraud(int orderId) {
    return turns(orderId, "Fraud");
  }

  /** Gives the order to another client. */
  public boolean moves(int orderId, int toClientId) {
    return installation
        .books()
        .change(orderId, order -> true, order -> order.ownedBy(toClientId))
        .isPresent();
  }

  public void deletes(int orderId) {
    installation.books().remove(orderId);
  }

  /** Sets an invoice's status by hand, such as {@code Paid} or {@code Cancelled}. */
  public boolean setsInvoice(int invoiceId, String status) {
    var changed = installation.books().invoice(invoiceId).map(each -> each.withStatus(status));
    changed.ifPresent(installation.books()::put);
    return changed.isPresent();
  }

  void ordersBetweenPages(int clientId) {
    var behaviour = installation.behaviour();
    if (behaviour.takeOrderBetweenPages()) {
      orders(clientId, installation.books().products().get(0).pid());
    }
  }

  private boolean turns(int orderId, String status) {
    return installation
        .books()
        .change(
            orderId,
            order -> true,
            order -> OrderStatusActions.servicesTurn(order.withStatus(status), status))
        .isPresent();
  }
}
