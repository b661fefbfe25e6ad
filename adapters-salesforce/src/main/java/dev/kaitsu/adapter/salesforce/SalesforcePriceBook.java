package dev.kaitsu.adapter.salesforce;

import static dev.kaitsu.adapter.salesforce.SalesforceField.PRODUCT_BILLING_CYCLE;
import static dev.kaitsu.adapter.salesforce.SalesforceField.PRODUCT_CONFIG_OPTIONS;
import static dev.kaitsu.adapter.salesforce.SalesforceField.PRODUCT_SKU;
import static dev.kaitsu.adapter.salesforce.SalesforceField.PRODUCT_WHMCS_PRODUCT_ID;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kaitsu.model.PriceBookId;
import dev.kaitsu.model.SoldProduct;
import dev.kaitsu.port.out.PriceBook;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The products of price book entries, read page by page. */
public final class SalesforcePriceBook implements PriceBook {
  private final Rows rows;
  private final SalesforceFields fields;

  public SalesforcePriceBook(SalesforceSession session) {
    this.rows = new Rows(new SalesforceRest(session));
    this.fields = session.config().fields();
  }

  @Override
  public List<SoldProduct> products(Optional<PriceBookId> priceBook) {
    Map<String, SoldProduct> products = new LinkedHashMap<>();
    for (JsonNode entry : rows.query(SalesforceCheckups.OPERATION, query(priceBook))) {
      var id = Json.text(entry, "Product2Id").orElse("");
      products.putIfAbsent(id, product(id, entry.path("Product2")));
    }
    return List.copyOf(products.values());
  }

  private String query(Optional<PriceBookId> priceBook) {
    var columns = new LinkedHashSet<>(List.of("Product2Id", "Product2.Name"));
    for (var field :
        List.of(
            PRODUCT_WHMCS_PRODUCT_ID, PRODUCT_BILLING_CYCLE, PRODUCT_CONFIG_OPTIONS, PRODUCT_SKU)) {
      if (fields.has(field)) {
        columns.add("Product2." + fields.name(field));
      }
    }
    return "SELECT %s FROM PricebookEntry WHERE IsActive = true%s"
        .formatted(
            String.join(", ", columns),
            priceBook.map(" AND Pricebook2Id = '%s'"::formatted).orElse(""));
  }

  private SoldProduct product(String id, JsonNode product) {
    return new SoldProduct(
        text(product, PRODUCT_SKU).or(() -> Json.text(product, "Name")).orElse(id),
        Json.number(product, fields.name(PRODUCT_WHMCS_PRODUCT_ID)),
        text(product, PRODUCT_BILLING_CYCLE),
        text(product, PRODUCT_CONFIG_OPTIONS));
  }

  private Optional<String> text(JsonNode row, SalesforceField field) {
    return fields.has(field) ? Json.text(row, fields.name(field)) : Optional.empty();
  }
}
