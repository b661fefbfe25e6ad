package dev.kaitsu.model;

/** Identifies an order in the billing system; ids grow, and deleted ones leave gaps. */
public record BillingOrderId(long value) implements Comparable<BillingOrderId> {
  public BillingOrderId {
    if (value < 1) {
      throw new IllegalArgumentException("a billing order id is below 1: " + value);
    }
  }

  @Override
  public int compareTo(BillingOrderId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
