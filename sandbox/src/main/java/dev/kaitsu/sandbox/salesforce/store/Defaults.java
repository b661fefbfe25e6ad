package dev.kaitsu.sandbox.salesforce.store;

import java.util.Map;

/** What the platform fills in by itself when a record is created. */
final class Defaults {
  private Defaults() {}

  static void apply(SObjectType type, long number, Map<String, Object> values) {
    switch (type.name()) {
      case "Order" -> {
        values.put("OrderNumber", "%08d".formatted(100 + number));
        values.put("StatusCode", "Draft");
      }
      case "OrderItem" -> values.put("OrderItemNumber", "%010d".formatted(number));
      case "Product2", "PricebookEntry", "Pricebook2", "User" -> values.put("IsActive", true);
      default -> {
        // Other objects start with nothing but what the writer gave.
      }
    }
  }
}
