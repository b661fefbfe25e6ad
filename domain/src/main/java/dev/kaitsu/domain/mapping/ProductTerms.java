package dev.kaitsu.domain.mapping;

import dev.kaitsu.model.BillingCycle;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.model.ProductId;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** As what, how often and with which options a product is billed, whoever orders it. */
public record ProductTerms(ProductId product, BillingCycle cycle, Map<Long, Long> options) {

  /** Reads what a product says about its billing. */
  public static ProductTerms of(
      Optional<BigDecimal> billingProduct,
      Optional<String> billingCycle,
      Optional<String> configOptions)
      throws UnusableProduct {
    return new ProductTerms(
        productOf(billingProduct), cycleOf(billingCycle), optionsOf(configOptions));
  }

  private static ProductId productOf(Optional<BigDecimal> billingProduct) throws UnusableProduct {
    var number =
        billingProduct.orElseThrow(
            () -> new UnusableProduct(FailureCode.MAPPING_PRODUCT_ID, "WH_Product_ID__c is empty"));
    try {
      return new ProductId(number.longValueExact());
    } catch (ArithmeticException | IllegalArgumentException malformed) {
      throw new UnusableProduct(
          FailureCode.MAPPING_PRODUCT_ID,
          "WH_Product_ID__c is no positive whole number: " + number.toPlainString());
    }
  }

  private static BillingCycle cycleOf(Optional<String> billingCycle) throws UnusableProduct {
    var text =
        billingCycle.orElseThrow(
            () ->
                new UnusableProduct(
                    FailureCode.MAPPING_BILLING_CYCLE, "Billing_Cycle__c is empty"));
    return BillingCycle.parse(text)
        .orElseThrow(
            () ->
                new UnusableProduct(
                    FailureCode.MAPPING_BILLING_CYCLE,
                    "Billing_Cycle__c is unknown: '%s'".formatted(text)));
  }

  private static Map<Long, Long> optionsOf(Optional<String> configOptions) throws UnusableProduct {
    if (configOptions.isEmpty()) {
      return Map.of();
    }
    try {
      return ConfigOptions.parse(configOptions.get());
    } catch (IllegalArgumentException malformed) {
      throw new UnusableProduct(
          FailureCode.MAPPING_CONFIG_OPTIONS,
          "Portal_ConfigOptions_JSON__c is not usable: " + malformed.getMessage());
    }
  }
}
