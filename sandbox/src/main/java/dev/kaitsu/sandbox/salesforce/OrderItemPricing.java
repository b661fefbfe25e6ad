package dev.kaitsu.sandbox.salesforce;

import dev.kaitsu.sandbox.salesforce.store.BeforeSave;
import dev.kaitsu.sandbox.salesforce.store.Row;
import dev.kaitsu.sandbox.salesforce.store.SObjectType;
import dev.kaitsu.sandbox.salesforce.store.Store;
import java.util.Map;
import java.util.Optional;

/**
 * What the platform works out for an order item: its product and price come from the price book.
 */
final class OrderItemPricing implements BeforeSave {
  private final Store store;

  OrderItemPricing(Store store) {
    this.store = store;
  }

  @Override
  public void beforeSave(SObjectType type, Optional<Row> before, Map<String, Object> values) {
    if (!type.name().equals("OrderItem")) {
      return;
    }
    Optional.ofNullable(values.get("PricebookEntryId"))
        .flatMap(id -> store.find(id.toString()))
        .ifPresent(
            entry -> {
              entry.value("Product2Id").ifPresent(id -> values.putIfAbsent("Product2Id", id));
              entry.value("UnitPrice").ifPresent(price -> values.putIfAbsent("UnitPrice", price));
              entry.value("UnitPrice").ifPresent(price -> values.put("ListPrice", price));
            });
    if (values.get("Quantity") instanceof Double quantity
        && values.get("UnitPrice") instanceof Double price) {
      values.put("TotalPrice", quantity * price);
    }
  }
}
