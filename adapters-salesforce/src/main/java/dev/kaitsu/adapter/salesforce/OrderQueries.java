package dev.kaitsu.adapter.salesforce;

import static dev.kaitsu.adapter.salesforce.SalesforceField.ORDER_ACTIVATION_ERROR_CODE;
import static dev.kaitsu.adapter.salesforce.SalesforceField.ORDER_ACTIVATION_ERROR_MESSAGE;
import static dev.kaitsu.adapter.salesforce.SalesforceField.ORDER_ACTIVATION_SCHEDULED_AT;
import static dev.kaitsu.adapter.salesforce.SalesforceField.ORDER_ACTIVATION_STATUS;
import static dev.kaitsu.adapter.salesforce.SalesforceField.ORDER_ACTIVATION_TYPE;
import static dev.kaitsu.adapter.salesforce.SalesforceField.ORDER_TYPE;
import static dev.kaitsu.adapter.salesforce.SalesforceField.ORDER_WHMCS_ORDER_ID;
import static dev.kaitsu.adapter.salesforce.SalesforceField.PRODUCT_BILLING_CYCLE;
import static dev.kaitsu.adapter.salesforce.SalesforceField.PRODUCT_CATEGORY;
import static dev.kaitsu.adapter.salesforce.SalesforceField.PRODUCT_CONFIG_OPTIONS;
import static dev.kaitsu.adapter.salesforce.SalesforceField.PRODUCT_SKU;
import static dev.kaitsu.adapter.salesforce.SalesforceField.PRODUCT_WHMCS_PRODUCT_ID;

import dev.kaitsu.model.Order;
import dev.kaitsu.model.OrderId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The queries we send. SOQL has no bind parameters: everything that goes in is a constant, a
 * checked API name or a checked record id, so nothing is left to escape.
 */
final class OrderQueries {
  private final SalesforceFields fields;

  OrderQueries(SalesforceFields fields) {
    this.fields = fields;
  }

  /** An order with its items and their products, in one query. */
  String order(OrderId id) {
    return ordersWhere("Id = '%s'".formatted(id));
  }

  /** The same of several orders. */
  String orders(List<OrderId> ids) {
    return ordersWhere(
        ids.stream()
            .distinct()
            .map("'%s'"::formatted)
            .collect(Collectors.joining(",", "Id IN (", ")")));
  }

  String awaitingFulfillment() {
    return ("SELECT Id FROM Order WHERE %s = '%s' AND %s = null"
            + " AND Status IN ('Approved', 'Reactivate')")
        .formatted(
            fields.name(ORDER_ACTIVATION_STATUS),
            Order.ACTIVATING,
            fields.name(ORDER_WHMCS_ORDER_ID));
  }

  private String ordersWhere(String condition) {
    return "SELECT %s, (SELECT %s FROM OrderItems) FROM Order WHERE %s"
        .formatted(String.join(", ", orderColumns()), String.join(", ", itemColumns()), condition);
  }

  private Set<String> orderColumns() {
    var columns =
        new LinkedHashSet<>(
            List.of("Id", "AccountId", "OpportunityId", "Status", "SystemModstamp"));
    columns.addAll(
        present(
            ORDER_TYPE,
            ORDER_ACTIVATION_STATUS,
            ORDER_ACTIVATION_TYPE,
            ORDER_ACTIVATION_SCHEDULED_AT,
            ORDER_ACTIVATION_ERROR_CODE,
            ORDER_ACTIVATION_ERROR_MESSAGE,
            ORDER_WHMCS_ORDER_ID));
    return columns;
  }

  private Set<String> itemColumns() {
    var columns = new LinkedHashSet<>(List.of("Id", "Quantity", "Product2.Name"));
    present(
            PRODUCT_WHMCS_PRODUCT_ID,
            PRODUCT_BILLING_CYCLE,
            PRODUCT_CONFIG_OPTIONS,
            PRODUCT_CATEGORY,
            PRODUCT_SKU)
        .forEach(column -> columns.add("Product2." + column));
    return columns;
  }

  /** A field named twice in one query is an error in Salesforce; hence the sets above. */
  private List<String> present(SalesforceField... wanted) {
    var names = new ArrayList<String>();
    for (SalesforceField field : wanted) {
      if (fields.has(field)) {
        names.add(fields.name(field));
      }
    }
    return names;
  }
}
