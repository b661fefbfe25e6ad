package dev.kaitsu.domain;

import dev.kaitsu.domain.mapping.ProductTerms;
import dev.kaitsu.domain.mapping.UnusableProduct;
import dev.kaitsu.model.Finding;
import dev.kaitsu.model.PriceBookId;
import dev.kaitsu.model.ProductId;
import dev.kaitsu.model.SoldProduct;
import dev.kaitsu.port.out.BilledProducts;
import dev.kaitsu.port.out.Checkup;
import dev.kaitsu.port.out.PriceBook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether every product that can be ordered could be billed, by the rules that orders follow. */
public final class PriceBookCheckup implements Checkup {
  private static final int MOST_TOLD = 20;
  private static final String UNNAMED =
      "set PORTAL_PRICEBOOK_ID to the portal's price book, so that only what it sells is judged";

  private final PriceBook priceBook;
  private final BilledProducts billing;
  private final Optional<PriceBookId> which;
  private final List<String> needs;

  /**
   * A checkup of one price book.
   *
   * @param which empty: all price books, whose faults are warnings since nobody knows what is sold
   */
  public PriceBookCheckup(
      PriceBook priceBook,
      BilledProducts billing,
      Optional<PriceBookId> which,
      List<String> needs) {
    this.priceBook = priceBook;
    this.billing = billing;
    this.which = which;
    this.needs = List.copyOf(needs);
  }

  @Override
  public String name() {
    return "products.mapping";
  }

  @Override
  public List<String> needs() {
    return needs;
  }

  @Override
  public Duration patience() {
    return Duration.ofSeconds(30); // a large book takes several calls to either system
  }

  @Override
  public List<Finding> look() {
    var products = priceBook.products(which);
    if (products.isEmpty()) {
      return List.of(
          fault(
              "no active price book entry is to be seen",
              "check PORTAL_PRICEBOOK_ID, and that the integration user may read price books and"
                  + " products"));
    }
    var faults = faultsOf(products);
    var findings = new ArrayList<Finding>();
    if (which.isEmpty()) {
      findings.add(Finding.warn("the products of all price books are checked", UNNAMED));
    }
    findings.addAll(told(faults, products.size()));
    return findings;
  }

  private List<String> faultsOf(List<SoldProduct> products) {
    var faults = new ArrayList<String>();
    Map<SoldProduct, ProductId> mapped = new LinkedHashMap<>();
    for (SoldProduct product : products) {
      try {
        mapped.put(product, terms(product).product());
      } catch (UnusableProduct unusable) {
        faults.add("%s: %s".formatted(product.name(), unusable.getMessage()));
      }
    }
    var existing = billing.existing(Set.copyOf(mapped.values()));
    mapped.forEach(
        (product, id) -> {
          if (!existing.contains(id)) {
            faults.add("%s: WHMCS has no product %s".formatted(product.name(), id));
          }
        });
    return faults;
  }

  private static ProductTerms terms(SoldProduct product) throws UnusableProduct {
    return ProductTerms.of(
        product.billingProduct(), product.billingCycle(), product.configOptions());
  }

  private List<Finding> told(List<String> faults, int products) {
    if (faults.isEmpty()) {
      return List.of(Finding.pass("all %d products can be billed".formatted(products)));
    }
    var findings = new ArrayList<Finding>();
    var told = faults.subList(0, Math.min(MOST_TOLD, faults.size()));
    told.forEach(
        each ->
            findings.add(fault(each, "correct the product in Salesforce, or make it in WHMCS")));
    findings.add(
        fault(
            "%d of %d products cannot be billed%s"
                .formatted(
                    faults.size(),
                    products,
                    faults.size() > MOST_TOLD
                        ? ", of which %d are named here".formatted(MOST_TOLD)
                        : ""),
            "orders with them would end Failed with a MAPPING_ or BILLING_ code"));
    return findings;
  }

  private Finding fault(String found, String remedy) {
    return which.isPresent() ? Finding.fail(found, remedy) : Finding.warn(found, remedy);
  }
}
