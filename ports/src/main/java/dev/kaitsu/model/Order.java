package dev.kaitsu.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order as Salesforce described it at one moment.
 *
 * @param status {@code Order.Status}, as written in the org
 * @param activationStatus {@code Activation_Status__c}; empty before the first approval
 * @param scheduledFor when activation was asked for, if it is to be at a time and not at once;
 *     empty as well when the order is scheduled without a time, see {@link #scheduled}
 * @param scheduled whether {@code Activation_Type__c} is Scheduled
 * @param type the kind of order (Internet, SIM, VPN, Other), if the org says it
 * @param billedAs {@code WHMCS_Order_ID__c} as written there; empty until the order is billed
 * @param staleError whether error fields of an earlier attempt are still filled
 * @param modifiedAt {@code SystemModstamp}: moves with every change of the record, whoever made it
 */
public record Order(
    OrderId id,
    Optional<AccountId> account,
    Optional<OpportunityId> opportunity,
    Optional<String> status,
    Optional<String> activationStatus,
    Optional<String> type,
    boolean scheduled,
    Optional<Instant> scheduledFor,
    Optional<String> billedAs,
    boolean staleError,
    Instant modifiedAt,
    List<OrderLine> lines) {

  /** The value of {@code Activation_Status__c} by which Salesforce asks for fulfillment. */
  public static final String ACTIVATING = "Activating";

  public Order {
    lines =
        List.copyOf(
            lines); // may be empty: the outside world sends such orders, mapping refuses them
  }

  public boolean isActivating() {
    return activationStatus.filter(ACTIVATING::equals).isPresent();
  }

  /** Whether {@code Status}, if the org fills it, is one of those by which an order is approved. */
  public boolean isApproved() {
    return status.isEmpty() || status.filter(OrderStatuses::approves).isPresent();
  }

  public boolean isSim() {
    return type.filter("SIM"::equalsIgnoreCase).isPresent()
        || lines.stream().anyMatch(OrderLine::isSim);
  }
}
