package dev.kaitsu.sandbox;

import dev.kaitsu.sandbox.control.ControlEndpoint;
import dev.kaitsu.sandbox.control.ControlRequest;
import dev.kaitsu.sandbox.control.InvalidFieldException;
import dev.kaitsu.sandbox.salesforce.OrderTimes.Way;
import dev.kaitsu.sandbox.salesforce.SalesforceEmulator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The control routes that do to orders what people do, and tell how each order fared:
 *
 * <ul>
 *   <li>{@code POST /approve {"orderIds":["801…"]}}, each in a transaction of its own; one alone
 *       may be given as {@code orderId}
 *   <li>{@code POST /retry {"orderIds":["801…"]}}, as an operator's "Provision / Retry" does
 *   <li>{@code POST /announce {"orderIds":["801…"],"times":100}} publishes the provisioning event
 *       once more without changing the order
 *   <li>{@code GET /times} when each order was approved, read and ended, in microseconds since 1970
 *   <li>{@code GET /times/open} how many of these have not ended
 *   <li>{@code DELETE /times} forgets them
 * </ul>
 */
final class OrderRoutes {
  private final SalesforceEmulator salesforce;

  OrderRoutes(SalesforceEmulator salesforce) {
    this.salesforce = salesforce;
  }

  void registerAt(ControlEndpoint control) {
    control.register("POST /approve", this::approve);
    control.register("POST /retry", this::retry);
    control.register("POST /announce", this::announce);
    control.register("GET /times", request -> Map.of("orders", times()));
    control.register("GET /times/open", request -> Map.of("open", salesforce.orderTimes().open()));
    control.register("DELETE /times", this::forget);
  }

  private Object approve(ControlRequest request) {
    var orders = orders(request.only("orderId", "orderIds"));
    each(orders, salesforce::approve);
    return Map.of("approved", orders);
  }

  private Object retry(ControlRequest request) {
    var orders = orders(request.only("orderId", "orderIds"));
    each(orders, salesforce::retry);
    return Map.of("retried", orders);
  }

  private Object announce(ControlRequest request) {
    var orders = orders(request.only("orderId", "orderIds", "times"));
    int times = request.number("times", 1, 1);
    for (int i = 0; i < times; i++) {
      each(orders, salesforce::requestProvisioning);
    }
    return Map.of("announced", orders.size() * times);
  }

  private Object forget(ControlRequest request) {
    request.only();
    salesforce.orderTimes().forget();
    return Map.of("open", 0);
  }

  private static List<String> orders(ControlRequest request) {
    var many = request.texts("orderIds");
    return many.isEmpty() ? List.of(request.text("orderId")) : many;
  }

  private static void each(List<String> orders, Consumer<String> act) {
    for (String order : orders) {
      try {
        act.accept(order);
      } catch (IllegalArgumentException unknown) {
        throw new InvalidFieldException("orderIds", "names an unknown order: " + order);
      }
    }
  }

  private List<Map<String, Object>> times() {
    return salesforce.orderTimes().all().stream().map(OrderRoutes::page).toList();
  }

  private static Map<String, Object> page(Way way) {
    var page = new LinkedHashMap<String, Object>();
    page.put("orderId", way.orderId());
    page.put("approvedAt", micros(way.approvedAt()));
    way.readAt().ifPresent(at -> page.put("readAt", micros(at)));
    way.endedAt().ifPresent(at -> page.put("endedAt", micros(at)));
    way.outcome().ifPresent(outcome -> page.put("outcome", outcome));
    return page;
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }
}
