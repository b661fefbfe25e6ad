package dev.kaitsu.model;

import java.util.Optional;

/**
 * Whose a SIM card is, for the inventory in Salesforce.
 *
 * @param card the card's record id
 * @param simType {@code SIM_Type__c} of the order, copied to the card
 */
public record SimAssignment(
    String card, OrderId order, Optional<AccountId> account, Optional<String> simType) {}
