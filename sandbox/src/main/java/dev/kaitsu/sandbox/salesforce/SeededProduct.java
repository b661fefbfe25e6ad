package dev.kaitsu.sandbox.salesforce;

/** A product of the catalogue and its entry in the portal's price book. */
public record SeededProduct(String productId, String pricebookEntryId) {}
