package dev.kaitsu.model;

/** A service of a billing order, as the billing system lists it. */
public record BilledService(ServiceId id, ProductId product, int quantity, boolean active) {}
