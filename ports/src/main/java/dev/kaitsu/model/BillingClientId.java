package dev.kaitsu.model;

/** Identifies a client of the billing system (WHMCS client id); not a WHMCS user. */
public record BillingClientId(long value) implements Comparable<BillingClientId> {
  public BillingClientId {
    if (value < 1) {
      throw new IllegalArgumentException("a billing client id is below 1: " + value);
    }
  }

  @Override
  public int compareTo(BillingClientId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
