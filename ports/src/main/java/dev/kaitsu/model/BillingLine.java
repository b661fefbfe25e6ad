package dev.kaitsu.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One line of a billing order.
 *
 * @param item the order line it bills; several billing lines may stem from one
 * @param quantity units in this line, at least 1; above 1 only where the product allows quantities
 * @param configOptions config option id to chosen option id or number, in the order given
 */
public record BillingLine(
    OrderItemId item,
    ProductId product,
    BillingCycle cycle,
    int quantity,
    Map<Long, Long> configOptions) {

  public BillingLine {
    if (quantity < 1) {
      throw new IllegalArgumentException("quantity is below 1: " + quantity);
    }
    configOptions = Collections.unmodifiableMap(new LinkedHashMap<>(configOptions));
  }
}
