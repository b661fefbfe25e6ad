package dev.kaitsu.testkit;

import dev.kaitsu.model.BilledService;
import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.BillingOrderStatus;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.SeenOrder;
import dev.kaitsu.model.ServiceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An order as {@link InMemoryBilling} holds it.
 *
 * @param marker the order whose marker it carries; empty for orders that staff made, and where
 *     markers are not stored
 */
public record BillingRecord(
    BillingOrderId id,
    BillingClientId client,
    Optional<OrderId> marker,
    BillingOrderStatus status,
    List<BilledService> services) {
  public BillingRecord {
    services = List.copyOf(services);
  }

  BillingRecord withStatus(BillingOrderStatus newStatus) {
    return new BillingRecord(id, client, marker, newStatus, services);
  }

  BillingRecord withServicesActive() {
    var active =
        services.stream()
            .map(each -> new BilledService(each.id(), each.product(), each.quantity(), true))
            .toList();
    return new BillingRecord(id, client, marker, status, active);
  }

  BillingRecord withFirstServiceActive() {
    var some = new ArrayList<>(services);
    some.set(0, withServicesActive().services().get(0));
    return new BillingRecord(id, client, marker, status, some);
  }

  boolean isSetUp() {
    return services.stream().allMatch(BilledService::active);
  }

  SeenOrder seenFor(OrderId order) {
    return new SeenOrder(id, status, marker.filter(order::equals).isPresent());
  }

  List<ServiceId> serviceIds() {
    return services.stream().map(BilledService::id).toList();
  }
}
