package dev.kaitsu.sandbox.demo;

import dev.kaitsu.sandbox.OutsideWorld;
import java.util.Map;

/** The control routes that need something to sell: new orders, for scripts and benchmarks. */
public final class DemoControls {
  private DemoControls() {}

  /**
   * Adds the routes.
   *
   * <ul>
   *   <li>{@code POST /orders {"count":500}} makes plain orders of as many new customers
   *   <li>{@code POST /sim-orders {"count":500}} makes as many orders of new SIMs
   *   <li>{@code POST /approve-new} makes one and approves it
   *   <li>{@code POST /approve-sim} makes an order of a new eSIM, approves it and tells its line
   * </ul>
   */
  public static void register(OutsideWorld world, DemoOrders demo) {
    var control = world.control();
    control.register(
        "POST /orders",
        request -> Map.of("orderIds", demo.plain(request.only("count").number("count", 1, 1))));
    control.register(
        "POST /sim-orders",
        request -> Map.of("orderIds", demo.sims(request.only("count").number("count", 1, 1))));
    control.register(
        "POST /approve-new",
        request -> {
          request.only();
          var order = demo.plain();
          world.salesforce().approve(order);
          return Map.of("approved", order);
        });
    control.register(
        "POST /approve-sim",
        request -> {
          request.only();
          var order = demo.newEsim();
          world.salesforce().approve(order.orderId());
          return Map.of("approved", order.orderId(), "line", order.line().orElseThrow());
        });
  }
}
