package dev.kaitsu.model;

/** Identifies a product in the billing system's catalogue (WHMCS pid). */
public record ProductId(long value) implements Comparable<ProductId> {
  public ProductId {
    if (value < 1) {
      throw new IllegalArgumentException("a product id is below 1: " + value);
    }
  }

  @Override
  public int compareTo(ProductId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
