package dev.kaitsu.testkit.contract;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingCycle;
import dev.kaitsu.model.BillingDraft;
import dev.kaitsu.model.BillingLine;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.BillingOrderStatus;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.ProductId;
import dev.kaitsu.model.SeenOrder;
import dev.kaitsu.model.ServiceId;
import dev.kaitsu.port.out.Billing;
import dev.kaitsu.testkit.ALine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The world behind {@link Billing}, and a client, an order and products in it. */
abstract class BillingScene {
  static final ProductId PLAIN = new ProductId(42);
  static final ProductId COUNTED = new ProductId(43);
  static final ProductId SIM = new ProductId(44);

  final BillingClientId client = Fresh.client();
  final OrderId order = Fresh.order().order().id();

  protected abstract Billing billing();

  /** A billing system that nobody answers for, not even the network. */
  protected abstract Billing unreachableBilling();

  protected abstract void hasClient(BillingClientId client, boolean withPaymentMethod);

  protected abstract void hasProduct(ProductId product, boolean allowsQuantity);

  /** A product whose services have custom fields for a SIM. */
  protected abstract void hasSimProduct(ProductId product);

  /** The phone number that a service carries; empty if none. */
  protected abstract Optional<String> numberOn(ServiceId service);

  /** Staff makes an order without a marker, and without lines if that can be. */
  protected abstract BillingOrderId staffOrders(BillingClientId client);

  protected abstract void staffSets(BillingOrderId order, BillingOrderStatus status);

  /** How many orders of the client there truly are. */
  protected abstract int ordersOf(BillingClientId client);

  /** The next create takes effect, and its answer is lost. */
  protected abstract void losesTheAnswerOfTheNextCreate();

  /** The next accept takes effect, and its answer is lost. */
  protected abstract void losesTheAnswerOfTheNextAccept();

  /** Some part of the next look cannot be read. */
  protected abstract void breaksTheNextLook();

  /** Setting up a service fails when the next order is accepted. */
  protected abstract void failsTheNextSetup();

  /** Something else than an accept sets up the first service of a pending order. */
  protected abstract void setsUpItsFirstService(BillingOrderId order);

  /** What must never show in a preview. */
  protected abstract List<String> secrets();

  void ready() {
    hasClient(client, true);
    hasProduct(PLAIN, false);
    hasProduct(COUNTED, true);
  }

  BillingDraft draft(BillingLine line) {
    return new BillingDraft(order, client, List.of(line));
  }

  static BillingLine line(ProductId product, int quantity) {
    return new BillingLine(ALine.ITEM, product, BillingCycle.MONTHLY, quantity, Map.of());
  }

  BillingOrderStatus statusOf(BillingOrderId id) {
    return seen(id).findFirst().orElseThrow().status();
  }

  Stream<SeenOrder> seen(BillingOrderId id) {
    return billing().look(client, order).orders().stream().filter(each -> each.id().equals(id));
  }
}
