package dev.kaitsu.model;

import java.util.List;

/**
 * A billing order that exists.
 *
 * @param services the services it made, in the order of its lines; empty where that is not known
 *     yet
 */
public record BilledOrder(BillingOrderId id, List<ServiceId> services) {
  public BilledOrder {
    services = List.copyOf(services);
  }
}
