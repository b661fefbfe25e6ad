package dev.kaitsu.model;

/** The state of an order in the billing system; {@code OTHER} is one an administrator invented. */
public enum BillingOrderStatus {
  PENDING,
  ACTIVE,
  CANCELLED,
  FRAUD,
  OTHER
}
