package dev.kaitsu.adapter.whmcs;

import static dev.kaitsu.port.out.ExternalCallException.refused;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.ServiceId;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.List;
import java.util.function.Predicate;

/** The services of an order, as far as it matters which of them are set up. */
record ServiceSetUp(OrderRow order, List<ServiceRow> services) {

  /**
   * Reads them.
   *
   * @throws ExternalCallException if they cannot be read, or if the order does not say whose it is
   */
  static ServiceSetUp of(OrderRow order, WhmcsClient client) {
    if (order.client().isEmpty()) {
      throw NotAcceptable.unclear(
          "billing order %s names no client in WHMCS, so its services cannot be checked"
              .formatted(order.id()));
    }
    var owner = new BillingClientId(order.client().getAsLong());
    var services =
        client.services(owner).stream()
            .filter(service -> service.belongsTo(order.id().value()))
            .toList();
    return new ServiceSetUp(order, services);
  }

  /** For an accepted order: refuses with the ids of those that are not set up, if there are any. */
  void requireComplete(String addition) {
    var idle = those(service -> !service.isActive());
    if (!idle.isEmpty()) {
      throw incomplete(order, ids(idle).toString(), addition);
    }
  }

  /** For a pending order: refuses with the ids of those that are set up already. */
  void requireNotBegun() {
    var active = those(ServiceRow::isActive);
    if (!active.isEmpty()) {
      throw refused(
          FailureCode.BILLING_SETUP_FAILED,
          "billing order %s is pending, but these services are active already: %s; accept it in WHMCS by hand"
              .formatted(order.id(), ids(active)));
    }
  }

  static ExternalCallException incomplete(OrderRow order, String which, String addition) {
    return refused(
        FailureCode.BILLING_SETUP_FAILED,
        "billing order %s is accepted, but these services are not active: %s%s"
            .formatted(order.id(), which, addition));
  }

  private List<ServiceRow> those(Predicate<ServiceRow> which) {
    return services.stream().filter(which).toList();
  }

  private static List<ServiceId> ids(List<ServiceRow> services) {
    return services.stream()
        .flatMap(service -> service.id().stream().mapToObj(ServiceId::new))
        .sorted()
        .toList();
  }
}
