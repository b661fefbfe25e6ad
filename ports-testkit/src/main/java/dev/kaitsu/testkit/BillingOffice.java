package dev.kaitsu.testkit;

import dev.kaitsu.model.BilledService;
import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingDraft;
import dev.kaitsu.model.BillingLine;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.BillingOrderStatus;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.ProductId;
import dev.kaitsu.model.ServiceId;
import dev.kaitsu.model.sim.SimIdentity;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What billing holds, and what its staff does without telling anybody. */
public final class BillingOffice {
  private final Map<BillingClientId, Boolean> paymentMethods = new HashMap<>();
  private final Set<ProductId> quantityProducts = new HashSet<>();
  private final Map<BillingOrderId, BillingRecord> orders = new TreeMap<>();
  private final Set<ProductId> simProducts = new HashSet<>();
  private final Map<ServiceId, SimIdentity> labels = new HashMap<>();
  private boolean storesMarkers = true;
  private boolean nextSetupFails;
  private long lastOrder;
  private long lastService;

  public synchronized void clientWithPaymentMethod(BillingClientId client) {
    paymentMethods.put(client, true);
  }

  public synchronized void clientWithoutPaymentMethod(BillingClientId client) {
    paymentMethods.put(client, false);
  }

  /** One line may carry several units of this product; of any other, only one unit is made. */
  public synchronized void productAllowsQuantity(ProductId product) {
    quantityProducts.add(product);
  }

  /** Services of this product have custom fields for a SIM. */
  public synchronized void productHasSimFields(ProductId product) {
    simProducts.add(product);
  }

  /** The SIM that the service carries. */
  public synchronized Optional<SimIdentity> labelOf(ServiceId service) {
    return Optional.ofNullable(labels.get(service));
  }

  /** From now on markers are dropped without a word. */
  public synchronized void storesNoMarkers() {
    storesMarkers = false;
  }

  /** The next accept turns the order active, and setting up its services fails. */
  public synchronized void nextSetupFails() {
    nextSetupFails = true;
  }

  /** Staff, or a payment, sets up the first service of an order without accepting it. */
  public synchronized void staffSetsUpFirstService(BillingOrderId order) {
    change(order, BillingRecord::withFirstServiceActive);
  }

  /** Staff makes an order for the client, without a marker. */
  public synchronized BillingOrderId staffOrders(BillingClientId client) {
    return add(client, Optional.empty(), List.of()).id();
  }

  /** An order with this marker exists, from a time nobody here remembers. */
  public synchronized BillingOrderId existingOrder(BillingClientId client, OrderId marker) {
    return add(client, Optional.of(marker), List.of()).id();
  }

  public synchronized void staffAccepts(BillingOrderId order) {
    change(order, each -> each.withStatus(BillingOrderStatus.ACTIVE).withServicesActive());
  }

  public void staffCancels(BillingOrderId order) {
    staffSets(order, BillingOrderStatus.CANCELLED);
  }

  public void staffMarksFraud(BillingOrderId order) {
    staffSets(order, BillingOrderStatus.FRAUD);
  }

  public synchronized void staffSets(BillingOrderId order, BillingOrderStatus status) {
    change(order, each -> each.withStatus(status));
  }

  public synchronized void staffDeletes(BillingOrderId order) {
    orders.remove(order);
  }

  /** Every order there is, by growing id. */
  public synchronized List<BillingRecord> orders() {
    return List.copyOf(orders.values());
  }

  public synchronized List<BillingRecord> ordersOf(BillingClientId client) {
    return orders.values().stream().filter(each -> each.client().equals(client)).toList();
  }

  synchronized boolean hasPaymentMethod(BillingClientId client) {
    return known(client);
  }

  synchronized boolean allowsQuantity(ProductId product) {
    return quantityProducts.contains(product);
  }

  synchronized BillingRecord make(BillingDraft draft) {
    known(draft.client());
    return add(
        draft.client(), Optional.of(draft.order()).filter(any -> storesMarkers), draft.lines());
  }

  synchronized BillingRecord accept(BillingOrderId id) {
    var order = orders.get(id);
    if (order == null) {
      throw refused(FailureCode.BILLING_ORDER_UNCLEAR, "billing order " + id + " is gone");
    }
    return switch (order.status()) {
      case PENDING, ACTIVE -> setUp(order);
      case CANCELLED ->
          throw refused(
              FailureCode.BILLING_ORDER_CANCELLED, "billing order " + id + " is cancelled");
      case FRAUD ->
          throw refused(FailureCode.BILLING_ORDER_FRAUD, "billing order " + id + " is fraud");
      case OTHER ->
          throw refused(
              FailureCode.BILLING_ORDER_UNCLEAR, "billing order " + id + " is in another state");
    };
  }

  /** As {@link #accept}, but set-up is not asked for again where it has begun. */
  synchronized BillingRecord acceptAgain(BillingOrderId id) {
    var order = orders.get(id);
    if (order == null) {
      return accept(id);
    }
    boolean active = order.status() == BillingOrderStatus.ACTIVE;
    boolean begun =
        order.status() == BillingOrderStatus.PENDING
            && order.services().stream().anyMatch(BilledService::active);
    if (begun || (active && !order.isSetUp())) {
      throw refused(FailureCode.BILLING_SETUP_FAILED, "order " + id + " is set up in part");
    }
    return active ? order : accept(id);
  }

  synchronized List<BilledService> services(BillingClientId client, BillingOrderId order) {
    return ordersOf(client).stream()
        .filter(each -> each.id().equals(order))
        .flatMap(each -> each.services().stream())
        .toList();
  }

  synchronized int label(BillingClientId client, BillingOrderId order, SimIdentity sim) {
    var labelled =
        services(client, order).stream()
            .filter(each -> simProducts.contains(each.product()))
            .toList();
    labelled.forEach(each -> labels.put(each.id(), sim));
    return labelled.size();
  }

  private boolean known(BillingClientId client) {
    var paymentMethod = paymentMethods.get(client);
    if (paymentMethod == null) {
      throw refused(FailureCode.BILLING_REFUSED, "Client ID Not Found: " + client);
    }
    return paymentMethod;
  }

  private BillingRecord setUp(BillingRecord order) {
    var active = order.withStatus(BillingOrderStatus.ACTIVE);
    boolean fails =
        nextSetupFails || (order.status() == BillingOrderStatus.ACTIVE && !order.isSetUp());
    nextSetupFails = false;
    orders.put(order.id(), fails ? active : active.withServicesActive());
    if (fails) {
      throw refused(FailureCode.BILLING_SETUP_FAILED, "setting up order " + order.id() + " failed");
    }
    return active;
  }

  private BillingRecord add(
      BillingClientId client, Optional<OrderId> marker, List<BillingLine> lines) {
    var services = new ArrayList<BilledService>();
    for (var line : lines) {
      int quantity = allowsQuantity(line.product()) ? line.quantity() : 1;
      lastService++;
      services.add(new BilledService(new ServiceId(lastService), line.product(), quantity, false));
    }
    lastOrder++;
    var made =
        new BillingRecord(
            new BillingOrderId(lastOrder), client, marker, BillingOrderStatus.PENDING, services);
    orders.put(made.id(), made);
    return made;
  }

  private void change(BillingOrderId id, UnaryOperator<BillingRecord> change) {
    if (orders.computeIfPresent(id, (any, order) -> change.apply(order)) == null) {
      throw new AssertionError("no billing order " + id);
    }
  }

  private static ExternalCallException refused(FailureCode code, String reason) {
    return ExternalCallException.refused(code, reason);
  }
}
