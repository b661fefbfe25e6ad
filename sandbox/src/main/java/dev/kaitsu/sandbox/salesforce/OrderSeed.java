package dev.kaitsu.sandbox.salesforce;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An order about to be created, in Pending Review unless said otherwise. */
public final class OrderSeed {
  private final OrgData org;
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final List<Map<String, Object>> items = new ArrayList<>();

  OrderSeed(OrgData org, String accountId) {
    this.org = org;
    values.put("AccountId", accountId);
    values.put("Pricebook2Id", org.pricebookId());
    values.put("EffectiveDate", LocalDate.of(2026, 2, 1));
    values.put("Status", "Pending Review");
    values.put("Type", "Internet");
    values.put("Activation_Type__c", "Immediate");
  }

  public OrderSeed with(String field, Object value) {
    values.put(field, value);
    return this;
  }

  public OrderSeed item(SeededProduct product, int quantity) {
    return item(product, quantity, Map.of());
  }

  public OrderSeed item(SeededProduct product, int quantity, Map<String, ?> more) {
    var item = new LinkedHashMap<String, Object>(more);
    item.put("PricebookEntryId", product.pricebookEntryId());
    item.put("Quantity", quantity);
    items.add(item);
    return this;
  }

  /** Creates the order and its items in one transaction and answers the order's id. */
  public String create() {
    return org.together(
        () -> {
          var orderId = org.insert("Order", values);
          for (var item : items) {
            item.put("OrderId", orderId);
            org.insert("OrderItem", item);
          }
          return orderId;
        });
  }
}
