package dev.kaitsu.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Salesforce must be told about an order. Writing the same one twice changes nothing more. */
public sealed interface WriteBack {
  OrderId order();

  /**
   * The order is live.
   *
   * @param completesStatus whether {@code Status} may be set: only over Approved or Reactivate
   * @param services the services of each order line, for {@code WHMCS_Service_ID__c}
   */
  record Activated(
      OrderId order,
      BillingOrderId billedAs,
      BillingClientId client,
      boolean completesStatus,
      Map<OrderItemId, List<ServiceId>> services,
      Optional<OpportunityId> opportunity)
      implements WriteBack {
    public Activated {
      services = Map.copyOf(services);
    }
  }

  /** The order failed; {@code message} is short, at most 255 characters, without personal data. */
  record Failed(OrderId order, FailureCode code, String message) implements WriteBack {
    private static final int LONGEST = 255;

    public Failed {
      message = message.length() > LONGEST ? shortened(message) : message;
    }

    private static String shortened(String text) {
      int end = Character.isHighSurrogate(text.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
      return text.substring(0, end) + "…";
    }
  }
}
