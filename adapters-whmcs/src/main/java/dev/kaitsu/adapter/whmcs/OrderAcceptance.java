package dev.kaitsu.adapter.whmcs;

import static dev.kaitsu.port.out.ExternalCallException.outcomeUnknown;
import static dev.kaitsu.port.out.ExternalCallException.refused;

import dev.kaitsu.model.BillingClientId;
import dev.kaitsu.model.BillingOrderId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.Halt;
import dev.kaitsu.model.ServiceId;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.List;
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
    var order = complaint.order();
    var row =
        read(complaint)
            .orElseThrow(
                () -> unclear("billing order %s does not exist in WHMCS".formatted(order)));
    switch (row.status()) {
      case ACTIVE -> checkSetup(complaint, row);
      case CANCELLED ->
          throw refused(
              FailureCode.BILLING_ORDER_CANCELLED,
              "billing order %s is cancelled in WHMCS".formatted(order));
      case FRAUD ->
          throw refused(
              FailureCode.BILLING_ORDER_FRAUD,
              "billing order %s is marked as fraud in WHMCS".formatted(order));
      case OTHER ->
          throw unclear(
              "billing order %s has the status '%s' in WHMCS"
                  .formatted(order, SafeText.of(row.statusText())));
      case PENDING -> throw stillPending(complaint);
    }
  }

  private static ExternalCallException stillPending(Complaint complaint) {
    if (complaint.isFailedSetup()) {
      return refused(
          FailureCode.BILLING_SETUP_FAILED,
          "billing order %s was not accepted: %s"
              .formatted(complaint.order(), complaint.text().orElse("")));
    }
    return complaint.isNotPending()
        ? unclear(
            "WHMCS refuses billing order %s as not pending, yet shows it as pending"
                .formatted(complaint.order()))
        : complaint.doubt();
  }

  /** Accepted, by us or somebody else; what is left is whether its services were set up. */
  private void checkSetup(Complaint complaint, OrderRow row) {
    if (autoSetup.isPresent() && !autoSetup.get() && !complaint.isFailedSetup()) {
      return; // their set-up was never asked for
    }
    Optional<List<ServiceId>> idle = inactiveServices(row);
    if (idle.isPresent() ? !idle.get().isEmpty() : complaint.isFailedSetup()) {
      var which = idle.map(List::toString).orElse("some, which could not be read");
      throw refused(
          FailureCode.BILLING_SETUP_FAILED,
          "billing order %s is accepted, but these services are not active: %s%s"
              .formatted(
                  complaint.order(), which, complaint.text().map(text -> "; " + text).orElse("")));
    }
  }

  private Optional<List<ServiceId>> inactiveServices(OrderRow row) {
    if (row.client().isEmpty()) {
      return Optional.empty();
    }
    try {
      var owner = new BillingClientId(row.client().getAsLong());
      return Optional.of(
          client.services(owner).stream()
              .filter(service -> service.belongsTo(row.id().value()) && !service.isActive())
              .flatMap(service -> service.id().stream().mapToObj(ServiceId::new))
              .sorted()
              .toList());
    } catch (ExternalCallException unreadable) {
      return Optional.empty(); // the order itself is known to be accepted
    }
  }

  private Optional<OrderRow> read(Complaint complaint) {
    try {
      return client.order(complaint.order());
    } catch (ExternalCallException unreadable) {
      complaint.doubt().addSuppressed(unreadable);
      throw complaint.doubt();
    }
  }

  private static ExternalCallException unclear(String reason) {
    return refused(FailureCode.BILLING_ORDER_UNCLEAR, reason);
  }
}
