package dev.kaitsu.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One line of an order with what its product says about billing, unchecked: mapping judges it.
 *
 * @param product a name for messages: the SKU, else the product's name
 * @param category {@code Product2Categories1__c}: Internet, SIM, VPN, Other
 * @param billingProduct {@code WH_Product_ID__c}
 * @param billingCycle {@code Billing_Cycle__c} as written in the org
 * @param quantity as ordered; Salesforce allows fractions, billing does not
 * @param configOptions {@code Portal_ConfigOptions_JSON__c}
 */
public record OrderLine(
    OrderItemId item,
    Optional<String> product,
    Optional<String> category,
    Optional<BigDecimal> billingProduct,
    Optional<String> billingCycle,
    BigDecimal quantity,
    Optional<String> configOptions) {

  public boolean isSim() {
    return category.filter("SIM"::equalsIgnoreCase).isPresent();
  }
}
