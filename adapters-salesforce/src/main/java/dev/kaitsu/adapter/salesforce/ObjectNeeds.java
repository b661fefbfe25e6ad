package dev.kaitsu.adapter.salesforce;

import static dev.kaitsu.adapter.salesforce.SalesforceField.ORDER_ACTIVATION_ERROR_CODE;
import static dev.kaitsu.adapter.salesforce.SalesforceField.ORDER_ACTIVATION_ERROR_MESSAGE;
import static dev.kaitsu.adapter.salesforce.SalesforceField.ORDER_ACTIVATION_STATUS;
import static dev.kaitsu.adapter.salesforce.SalesforceField.ORDER_WHMCS_ORDER_ID;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Which fields of an object are used, and how; the standard ones beside those of the settings.
 *
 * @param standard always read
 * @param settings named by {@code SF_FIELD_…}; all of them are read but those of the opportunity
 */
record ObjectNeeds(List<String> standard, List<SalesforceField> settings) {
  private static final Set<SalesforceField> WRITTEN =
      EnumSet.of(
          ORDER_ACTIVATION_STATUS,
          ORDER_ACTIVATION_ERROR_CODE,
          ORDER_ACTIVATION_ERROR_MESSAGE,
          ORDER_WHMCS_ORDER_ID,
          SalesforceField.ITEM_WHMCS_SERVICE_ID,
          SalesforceField.OPPORTUNITY_WHMCS_SERVICE_ID,
          SalesforceField.OPPORTUNITY_WHMCS_REGISTRATION);

  private static final Set<SalesforceField> ASKED_FOR =
      EnumSet.of(ORDER_ACTIVATION_STATUS, ORDER_WHMCS_ORDER_ID);

  static ObjectNeeds of(String object, SalesforceFields fields) {
    var settings = new ArrayList<SalesforceField>();
    for (SalesforceField field : SalesforceField.values()) {
      if (field.object().equals(object) && fields.has(field)) {
        settings.add(field);
      }
    }
    return new ObjectNeeds(standard(object), settings);
  }

  private static List<String> standard(String object) {
    return switch (object) {
      case "Order" -> List.of("AccountId", "OpportunityId", "Status", "SystemModstamp");
      case "OrderItem" -> List.of("OrderId", "Product2Id", "Quantity");
      case "Product2" -> List.of("Name");
      default -> List.of();
    };
  }

  static boolean isWritten(SalesforceField field) {
    return WRITTEN.contains(field);
  }

  /** Whether sweeps ask for orders by it. */
  static boolean isAskedFor(SalesforceField field) {
    return ASKED_FOR.contains(field);
  }
}
