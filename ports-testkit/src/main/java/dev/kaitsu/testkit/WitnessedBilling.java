package dev.kaitsu.testkit;

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
import dev.kaitsu.model.sim.SimIdentity;
import dev.kaitsu.port.out.Billing;
import dev.kaitsu.port.out.ExternalCallException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Billing with a witness: an order whose creating call may have had an effect gets another such
 * call only after a complete look that began when the window of the last one had closed. Whoever
 * breaks that is stopped with an {@link AssertionError}.
 */
public final class WitnessedBilling implements Billing {
  private final Billing billing;
  private final InstantSource clock;
  private final Duration window;
  private final Map<OrderId, Instant> maybeMade = new ConcurrentHashMap<>();
  private final Map<OrderId, Instant> lastLook = new ConcurrentHashMap<>();

  /**
   * Watches what is asked of billing.
   *
   * @param window how long after a creating call its effect may still appear
   */
  public WitnessedBilling(Billing billing, InstantSource clock, Duration window) {
    this.billing = billing;
    this.clock = clock;
    this.window = window;
  }

  @Override
  public BilledOrder create(BillingDraft draft) {
    var order = draft.order();
    var earlier = Optional.ofNullable(maybeMade.get(order));
    earlier.ifPresent(at -> requireLookAfter(at.plus(window), order));
    maybeMade.put(order, clock.instant());
    try {
      return billing.create(draft);
    } catch (ExternalCallException told) {
      if (!(told.halt() instanceof Halt.Uncertain)) {
        maybeMade.remove(order); // it made nothing, and an earlier one was looked for before
      }
      throw told;
    }
  }

  private void requireLookAfter(Instant windowEnd, OrderId order) {
    var look = Optional.ofNullable(lastLook.get(order));
    if (look.isEmpty() || look.get().isBefore(windowEnd)) {
      throw new AssertionError(
          "order %s is created again at %s: the window of an earlier call ends at %s, %s"
              .formatted(
                  order,
                  clock.instant(),
                  windowEnd,
                  look.map(at -> "the last look began at " + at).orElse("nobody looked")));
    }
  }

  @Override
  public BillingLook look(BillingClientId client, OrderId order) {
    var begun = clock.instant();
    var look = billing.look(client, order);
    lastLook.merge(order, begun, (one, other) -> one.isAfter(other) ? one : other);
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
  public int labelServices(BillingClientId client, BillingOrderId order, SimIdentity sim) {
    return billing.labelServices(client, order, sim);
  }

  @Override
  public List<BilledService> services(BillingClientId client, BillingOrderId order) {
    return billing.services(client, order);
  }
}
