package dev.kaitsu.model;

/**
 * An order of a client that a look in the billing system found.
 *
 * @param marked whether the order, one of its services or its marker field carries the marker that
 *     was looked for
 */
public record SeenOrder(BillingOrderId id, BillingOrderStatus status, boolean marked) {}
