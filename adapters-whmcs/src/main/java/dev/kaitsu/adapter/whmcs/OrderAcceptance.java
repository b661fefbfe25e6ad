package dev.kaitsu.adapter.whmcs;

import static dev.kaitsu.port.out.ExternalCallException.outcomeUnknown;
import static dev.kaitsu.port.out.ExternalCallException.refused;

import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.BillingOrderStatus;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.Locale;
import java.util.Optional;

/**
 * Accepts an order. One error text of WHMCS stands for "no such order", "accepted already" and
 * "cancelled", and a module may fail with the order accepted or not; so the order is read before an
 * error is believed.
 */
final class OrderAcceptance {
  private final WhmcsClient client;
  private final Optional<Boolean> autoSetup;

  OrderAcceptance(WhmcsClient client, Optional<Boolean> autoSetup) {
    this.client = client;
    this.autoSetup = autoSetup;
  }

  void accept(BillingOrderId order) {
    Answer answer;
    try {
      answer = client.acceptOrder(order, autoSetup);
    } catch (ExternalCallException lost) {
      if (!(lost.halt() instanceof Halt.Uncertain)) {
        throw lost;
      }
      believe(new Complaint(order, Optional.empty(), lost));
      return;
    }
    if (answer instanceof Answer.Denied denied) {
      throw WhmcsErrors.denied(WhmcsCall.read("AcceptOrder"), denied);
    }
    if (answer instanceof Answer.Refusal refusal) {
      var unclear =
          outcomeUnknown(
              FailureCode.BILLING_ORDER_UNCLEAR,
              "WHMCS refused AcceptOrder for order %s, and the order could not be read: %s"
                  .formatted(order, refusal.message()));
      believe(new Complaint(order, Optional.of(refusal.message()), unclear));
    }
  }

  /**
   * Accepts after an earlier request of unknown or failed effect. Nothing is asked for unless the
   * order can be read and shows that nothing of it is in place.
   */
  void acceptAgain(BillingOrderId order) {
    var row = client.order(order).orElseThrow(() -> NotAcceptable.gone(order));
    NotAcceptable.refuse(row);
    if (row.status() == BillingOrderStatus.ACTIVE) {
      if (!isHandsOff()) {
        ServiceSetUp.of(row, client).requireComplete("");
      }
      return;
    }
    ServiceSetUp.of(row, client).requireNotBegun();
    accept(order);
  }

  /**
   * @param text the error; empty if the answer was lost
   * @param doubt what stays true if the order cannot be read
   */
  private record Complaint(
      BillingOrderId order, Optional<String> text, ExternalCallException doubt) {
    /** The one text that speaks of the order; every other one is a module's or a registrar's. */
    boolean isNotPending() {
      return text.filter(each -> each.toLowerCase(Locale.ROOT).startsWith("order id not found"))
          .isPresent();
    }

    boolean isFailedSetup() {
      return text.isPresent() && !isNotPending();
    }
  }

  private void believe(Complaint complaint) {
    var row = read(complaint).orElseThrow(() -> NotAcceptable.gone(complaint.order()));
    NotAcceptable.refuse(row);
    if (row.status() == BillingOrderStatus.PENDING) {
      throw stillPending(complaint);
    }
    checkSetup(complaint, row);
  }

  private static ExternalCallException stillPending(Complaint complaint) {
    if (complaint.isFailedSetup()) {
      return refused(
          FailureCode.BILLING_SETUP_FAILED,
          "billing order %s was not accepted: %s"
              .formatted(complaint.order(), complaint.text().orElse("")));
    }
    return complaint.isNotPending()
        ? NotAcceptable.unclear(
            "WHMCS refuses billing order %s as not pending, yet shows it as pending"
                .formatted(complaint.order()))
        : complaint.doubt();
  }

  /** Accepted, by us or somebody else; what is left is whether its services were set up. */
  private void checkSetup(Complaint complaint, OrderRow row) {
    if (isHandsOff() && !complaint.isFailedSetup()) {
      return; // their set-up was never asked for
    }
    var addition = complaint.text().map(text -> "; " + text).orElse("");
    Optional<ServiceSetUp> services = readable(row);
    services.ifPresent(known -> known.requireComplete(addition));
    if (services.isEmpty() && complaint.isFailedSetup()) {
      throw ServiceSetUp.incomplete(row, "some, which could not be read", addition);
    }
  }

  /** Empty if they cannot be read: the order itself is known to be accepted. */
  private Optional<ServiceSetUp> readable(OrderRow row) {
    try {
      return Optional.of(ServiceSetUp.of(row, client));
    } catch (ExternalCallException unreadable) {
      return Optional.empty();
    }
  }

  private boolean isHandsOff() {
    return autoSetup.isPresent() && !autoSetup.get();
  }

  private Optional<OrderRow> read(Complaint complaint) {
    try {
      return client.order(complaint.order());
    } catch (ExternalCallException unreadable) {
      complaint.doubt().addSuppressed(unreadable);
      throw complaint.doubt();
    }
  }
}
