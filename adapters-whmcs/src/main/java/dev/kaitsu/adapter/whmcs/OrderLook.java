package dev.kaitsu.adapter.whmcs;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingLook;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.BillingOrderStatus;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.SeenOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.MDC;

/** Looks at a client's orders and services side by side, and for the marker in all its places. */
final class OrderLook {
  private final WhmcsClient client;
  private final Executor background;

  OrderLook(WhmcsClient client, Executor background) {
    this.client = client;
    this.background = background;
  }

  BillingLook look(BillingClientId of, OrderId order) {
    var marker = new Marker(order);
    var reading =
        CompletableFuture.supplyAsync(inThisContext(() -> client.services(of)), background);
    var orders = client.orders(of);
    var marked = ordersOf(joined(reading), marker);

    var seen = new ArrayList<SeenOrder>();
    for (OrderRow row : orders) {
      boolean isMarked = marker.isIn(row.notes()) || marked.contains(row.id());
      seen.add(new SeenOrder(row.id(), row.status(), isMarked));
    }
    var listed = orders.stream().map(OrderRow::id).collect(Collectors.toSet());
    marked.stream().filter(id -> !listed.contains(id)).map(this::unlisted).forEach(seen::add);
    return new BillingLook(seen);
  }

  private static Set<BillingOrderId> ordersOf(List<ServiceRow> services, Marker marker) {
    return services.stream()
        .filter(service -> service.texts().stream().anyMatch(marker::isIn))
        .flatMap(service -> service.order().stream().mapToObj(BillingOrderId::new))
        .collect(Collectors.toSet());
  }

  /** A marked service names an order that the client's list lacks: moved, or made meanwhile. */
  private SeenOrder unlisted(BillingOrderId id) {
    var status = client.order(id).map(OrderRow::status).orElse(BillingOrderStatus.OTHER);
    return new SeenOrder(id, status, true);
  }

  private static <T> T joined(CompletableFuture<T> reading) {
    try {
      return reading.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  /** The log context belongs to the work, not to the thread. */
  private static <T> Supplier<T> inThisContext(Supplier<T> work) {
    Map<String, String> context = MDC.getCopyOfContextMap();
    return () -> {
      MDC.setContextMap(context); // null if there is none, which is allowed
      try {
        return work.get();
      } finally {
        MDC.clear();
      }
    };
  }
}
