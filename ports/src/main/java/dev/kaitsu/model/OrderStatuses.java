package dev.kaitsu.model;

import java.util.Set;

/** The values of {@code Order.Status} by which an order is approved. */
public final class OrderStatuses {
  private static final Set<String> APPROVING = Set.of("Approved", "Reactivate");

  private OrderStatuses() {}

  public static boolean approves(String status) {
    return APPROVING.contains(status);
  }
}
