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

import com.fasterxml.jackson.databind.JsonNode;
import dev.kaitsu.model.AccountId;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.OpportunityId;
import dev.kaitsu.model.Order;
import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.OrderItemId;
import dev.kaitsu.model.OrderLine;
import dev.kaitsu.port.out.ExternalCallException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Translates rows into our words. What is missing or odd is left empty for mapping to judge; only
 * an order without identity or time cannot be read.
 */
final class OrderReader {
  private final SalesforceFields fields;

  OrderReader(SalesforceFields fields) {
    this.fields = fields;
  }

  Order order(JsonNode row, List<JsonNode> items) {
    var schedule = text(row, ORDER_ACTIVATION_TYPE).filter("Scheduled"::equalsIgnoreCase);
    return new Order(
        orderId(row),
        id(row, "AccountId", AccountId::new),
        id(row, "OpportunityId", OpportunityId::new),
        Json.text(row, "Status"),
        text(row, ORDER_ACTIVATION_STATUS),
        text(row, ORDER_TYPE),
        schedule.isPresent(),
        schedule.flatMap(scheduled -> time(row, ORDER_ACTIVATION_SCHEDULED_AT)),
        text(row, ORDER_WHMCS_ORDER_ID),
        text(row, ORDER_ACTIVATION_ERROR_CODE).isPresent()
            || text(row, ORDER_ACTIVATION_ERROR_MESSAGE).isPresent(),
        SalesforceTime.in(row, "SystemModstamp").orElseThrow(() -> without("SystemModstamp")),
        // Salesforce promises no order among children; one that never changes is needed.
        items.stream()
            .map(this::line)
            .sorted(Comparator.comparing(line -> line.item().value()))
            .toList());
  }

  static OrderId orderId(JsonNode row) {
    return findId(row).orElseThrow(() -> without("Id"));
  }

  static Optional<OrderId> findId(JsonNode row) {
    return id(row, "Id", OrderId::new);
  }

  private OrderLine line(JsonNode item) {
    var product = item.path("Product2");
    return new OrderLine(
        id(item, "Id", OrderItemId::new).orElseThrow(() -> without("an item's Id")),
        text(product, PRODUCT_SKU).or(() -> Json.text(product, "Name")),
        text(product, PRODUCT_CATEGORY),
        Json.number(product, fields.name(PRODUCT_WHMCS_PRODUCT_ID)),
        text(product, PRODUCT_BILLING_CYCLE),
        Json.number(item, "Quantity").orElse(BigDecimal.ZERO),
        text(product, PRODUCT_CONFIG_OPTIONS));
  }

  private Optional<String> text(JsonNode row, SalesforceField field) {
    return fields.has(field) ? Json.text(row, fields.name(field)) : Optional.empty();
  }

  private Optional<Instant> time(JsonNode row, SalesforceField field) {
    return fields.has(field) ? SalesforceTime.in(row, fields.name(field)) : Optional.empty();
  }

  private static <T> Optional<T> id(JsonNode row, String field, Function<String, T> type) {
    try {
      return Json.text(row, field).map(type);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static ExternalCallException without(String what) {
    return ExternalCallException.unavailable(
        FailureCode.HTTP_502, "Salesforce described an order without " + what);
  }
}
