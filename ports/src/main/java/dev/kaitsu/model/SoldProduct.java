package dev.kaitsu.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A product as a price book sells it, with what it says about billing, unchecked: mapping judges
 * it.
 *
 * @param name for messages: the SKU, else the product's name, else its record id
 * @param billingProduct {@code WH_Product_ID__c}
 * @param billingCycle {@code Billing_Cycle__c} as written in the org
 * @param configOptions {@code Portal_ConfigOptions_JSON__c}
 */
public record SoldProduct(
    String name,
    Optional<BigDecimal> billingProduct,
    Optional<String> billingCycle,
    Optional<String> configOptions) {}
