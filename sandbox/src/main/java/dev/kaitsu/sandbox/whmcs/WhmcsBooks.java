package dev.kaitsu.sandbox.whmcs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Everything the installation knows. What it hands out are immutable snapshots; an order carries
 * its services. Safe for use by many threads: each method is atomic.
 */
public final class WhmcsBooks {
  private static final Pattern MARKER = Pattern.compile("sfOrderId=([A-Za-z0-9]+)");

  private final NavigableMap<Integer, WhmcsClient> clients = new TreeMap<>();
  private final NavigableMap<Integer, WhmcsProduct> products = new TreeMap<>();
  private final NavigableMap<Integer, WhmcsOrder> orders = new TreeMap<>();
  private final NavigableMap<Integer, WhmcsInvoice> invoices = new TreeMap<>();
  private final Map<Integer, NavigableMap<Integer, WhmcsOrder>> ordersByClient = new HashMap<>();
  private final Map<Integer, Integer> orderOfService = new HashMap<>();

  public synchronized Optional<WhmcsClient> client(int id) {
    return Optional.ofNullable(clients.get(id));
  }

  public synchronized List<WhmcsClient> clients() {
    return List.copyOf(clients.values());
  }

  public synchronized Optional<WhmcsProduct> product(int pid) {
    return Optional.ofNullable(products.get(pid));
  }

  public synchronized List<WhmcsProduct> products() {
    return List.copyOf(products.values());
  }

  public synchronized Optional<WhmcsOrder> order(int id) {
    return Optional.ofNullable(orders.get(id));
  }

  /** All orders, lowest id first. */
  public synchronized List<WhmcsOrder> orders() {
    return List.copyOf(orders.values());
  }

  /** The orders of one client, lowest id first. */
  public synchronized List<WhmcsOrder> ordersOf(int clientId) {
    var own = ordersByClient.get(clientId);
    return own == null ? List.of() : List.copyOf(own.values());
  }

  public synchronized Optional<WhmcsInvoice> invoice(int id) {
    return Optional.ofNullable(invoices.get(id));
  }

  public synchronized List<WhmcsInvoice> invoices() {
    return List.copyOf(invoices.values());
  }

  public synchronized Optional<WhmcsService> service(int id) {
    return Optional.ofNullable(orderOfService.get(id))
        .flatMap(this::order)
        .flatMap(order -> find(order.services(), id));
  }

  /** The orders whose notes, service notes or custom fields carry {@code sfOrderId=<id>}. */
  public List<WhmcsOrder> ordersMarked(String sfOrderId) {
    return ordersByMarker().getOrDefault(sfOrderId, List.of());
  }

  /** All marked orders by the Salesforce order id of their marker. */
  public Map<String, List<WhmcsOrder>> ordersByMarker() {
    Map<String, List<WhmcsOrder>> marked = new TreeMap<>();
    for (WhmcsOrder order : orders()) {
      texts(order)
          .flatMap(text -> MARKER.matcher(text).results())
          .map(found -> found.group(1))
          .distinct()
          .forEach(id -> marked.computeIfAbsent(id, any -> new ArrayList<>()).add(order));
    }
    return marked;
  }

  private static Stream<String> texts(WhmcsOrder order) {
    var ofServices =
        order.services().stream()
            .flatMap(
                service ->
                    Stream.concat(
                        Stream.of(service.notes()), service.customFields().values().stream()));
    return Stream.concat(Stream.of(order.notes()), ofServices);
  }

  synchronized void put(WhmcsClient client) {
    clients.put(client.id(), client);
  }

  synchronized void put(WhmcsProduct product) {
    products.put(product.pid(), product);
  }

  synchronized void put(WhmcsInvoice invoice) {
    invoices.put(invoice.id(), invoice);
  }

  synchronized void put(WhmcsOrder order) {
    orders.put(order.id(), order);
    ordersByClient.computeIfAbsent(order.clientId(), id -> new TreeMap<>()).put(order.id(), order);
    order.services().forEach(service -> orderOfService.put(service.id(), order.id()));
  }

  synchronized void remove(int orderId) {
    var order = orders.remove(orderId);
    if (order != null) {
      ordersByClient.getOrDefault(order.clientId(), new TreeMap<>()).remove(orderId);
      order.services().forEach(service -> orderOfService.remove(service.id()));
    }
  }

  /** Changes an order in one breath; empty if it is missing or not as wanted. */
  synchronized Optional<WhmcsOrder> change(
      int orderId, Predicate<WhmcsOrder> wanted, UnaryOperator<WhmcsOrder> change) {
    var changed = order(orderId).filter(wanted).map(change);
    changed.ifPresent(
        order -> {
          remove(orderId);
          put(order);
        });
    return changed;
  }

  synchronized boolean changeService(int serviceId, UnaryOperator<WhmcsService> change) {
    return Optional.ofNullable(orderOfService.get(serviceId))
        .flatMap(
            orderId ->
                change(
                    orderId,
                    order -> true,
                    order ->
                        order.with(
                            order.services().stream()
                                .map(each -> each.id() == serviceId ? change.apply(each) : each)
                                .toList())))
        .isPresent();
  }

  private static Optional<WhmcsService> find(Collection<WhmcsService> services, int id) {
    return services.stream().filter(service -> service.id() == id).findFirst();
  }
}
