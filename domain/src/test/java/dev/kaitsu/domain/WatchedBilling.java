package dev.kaitsu.domain;

import dev.kaitsu.model.BilledOrder;
import dev.kaitsu.model.BilledService;
import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingDraft;
import dev.kaitsu.model.BillingLook;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.FormField;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.ProductId;
import dev.kaitsu.port.out.Billing;
import dev.kaitsu.port.out.ExternalCallException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Billing with a witness: an order whose creating call may have had an effect gets another such
 * call only after a complete look that began when the first one's window had closed.
 */
final class WatchedBilling implements Billing {
  private final Billing billing;
  private final InstantSource clock;
  private final Duration window;
  private final Map<OrderId, Instant> maybeMade = new HashMap<>();
  private final Map<OrderId, Instant> lastLook = new HashMap<>();

  WatchedBilling(Billing billing, InstantSource clock, Duration window) {
    this.billing = billing;
    this.clock = clock;
    this.window = window;
  }

  @Override
  public BilledOrder create(BillingDraft draft) {
    var order = draft.order();
    var earlier = maybeMade.get(order);
    if (earlier != null
        && (!lastLook.containsKey(order) || lastLook.get(order).isBefore(earlier.plus(window)))) {
      throw new AssertionError(
          "order %s is created again at %s: an earlier call was at %s, the last look began at %s"
              .formatted(order, clock.instant(), earlier, lastLook.get(order)));
    }
    maybeMade.put(order, clock.instant());
    try {
      return billing.create(draft);
    } catch (ExternalCallException told) {
      if (!(told.halt() instanceof Halt.Uncertain)) {
        maybeMade.remove(order);
      }
      throw told;
    }
  }

  @Override
  public BillingLook look(BillingClientId client, OrderId order) {
    var begun = clock.instant();
    var look = billing.look(client, order);
    lastLook.put(order, begun);
    return look;
  }

  @Override
  public boolean hasPaymentMethod(BillingClientId client) {
    return billing.hasPaymentMethod(client);
  }

  @Override
  public boolean allowsQuantity(ProductId product) {
    return billing.allowsQuantity(product);
  }

  @Override
  public List<FormField> preview(BillingDraft draft) {
    return billing.preview(draft);
  }

  @Override
  public void accept(BillingOrderId order) {
    billing.accept(order);
  }

  @Override
  public void acceptAgain(BillingOrderId order) {
    billing.acceptAgain(order);
  }

  @Override
  public List<BilledService> services(BillingClientId client, BillingOrderId order) {
    return billing.services(client, order);
  }
}
