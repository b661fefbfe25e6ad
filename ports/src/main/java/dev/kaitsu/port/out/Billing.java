package dev.kaitsu.port.out;

import dev.kaitsu.model.BilledOrder;
import dev.kaitsu.model.BilledService;
import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingDraft;
import dev.kaitsu.model.BillingLook;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.FormField;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.ProductId;
import dev.kaitsu.model.sim.SimIdentity;
import java.util.List;

/** What fulfillment asks of the billing system. All calls throw {@link ExternalCallException}. */
public interface Billing {
  /** Asks anew each time: a cached answer would refuse or admit customers wrongly. */
  boolean hasPaymentMethod(BillingClientId client);

  /**
   * Looks at all orders of a client, and whether they carry the marker of {@code order}. Complete
   * or an exception: one "not found" in a partial look would prove nothing. "Not found" in a
   * complete one proves that no such order was there when it began, not that none will appear.
   */
  BillingLook look(BillingClientId client, OrderId order);

  /** Whether one line may carry several units of the product; false if that cannot be told. */
  boolean allowsQuantity(ProductId product);

  /** The creating request as it would be sent, without credentials. Sends nothing. */
  List<FormField> preview(BillingDraft draft);

  /**
   * Creates the order, with its marker, in exactly one request that nothing below repeats.
   * <b>Calling it twice makes two orders.</b>
   *
   * @throws ExternalCallException refused or unavailable only if nothing was created; unknown
   *     otherwise
   */
  BilledOrder create(BillingDraft draft);

  /**
   * Accepts the order, for the first time. An error is believed only after the order was read: what
   * somebody else has accepted counts as accepted.
   *
   * @throws ExternalCallException refused with {@code BILLING_ORDER_CANCELLED}, {@code
   *     BILLING_ORDER_FRAUD}, {@code BILLING_ORDER_UNCLEAR} or {@code BILLING_SETUP_FAILED} if it
   *     cannot be accepted
   */
  void accept(BillingOrderId order);

  /**
   * Accepts the order after an earlier request whose effect is unknown or was a failed set-up:
   * reads the order and its services first, and asks again only if the order is pending and none of
   * its services is active, so that nothing is set up twice.
   *
   * @throws ExternalCallException as {@link #accept}; with {@code BILLING_SETUP_FAILED} also if the
   *     order is pending while services of it are active
   */
  void acceptAgain(BillingOrderId order);

  /** The services of an order, by growing id. */
  List<BilledService> services(BillingClientId client, BillingOrderId order);

  /**
   * Writes the line's number and its SIM to those services of the order that have custom fields for
   * them. Repeating it changes nothing.
   *
   * @return how many services carry them now
   */
  int labelServices(BillingClientId client, BillingOrderId order, SimIdentity sim);
}
