package dev.kaitsu.sandbox.salesforce;

import java.util.LinkedHashMap;
import java.util.Map;

/** A product about to be put into the catalogue and the portal's price book. */
public final class ProductSeed {
  private final OrgData org;
  private final Map<String, Object> values = new LinkedHashMap<>();
  private double price = 1_000;

  ProductSeed(OrgData org, String sku) {
    this.org = org;
    values.put("Name", sku);
    values.put("StockKeepingUnit", sku);
    values.put("ProductCode", sku);
    values.put("IsActive", true);
  }

  /** The WHMCS product it is billed as, and how often: Monthly or Onetime. */
  public ProductSeed billedAs(long whmcsProductId, String billingCycle) {
    return with("WH_Product_ID__c", whmcsProductId).with("Billing_Cycle__c", billingCycle);
  }

  public ProductSeed price(double newPrice) {
    price = newPrice;
    return this;
  }

  public ProductSeed with(String field, Object value) {
    values.put(field, value);
    return this;
  }

  /** Creates product and price book entry. */
  public SeededProduct create() {
    return org.together(
        () -> {
          var productId = org.insert("Product2", values);
          var entryId =
              org.insert(
                  "PricebookEntry",
                  Map.of(
                      "Pricebook2Id",
                      org.pricebookId(),
                      "Product2Id",
                      productId,
                      "UnitPrice",
                      price,
                      "IsActive",
                      true));
          return new SeededProduct(productId, entryId);
        });
  }
}
