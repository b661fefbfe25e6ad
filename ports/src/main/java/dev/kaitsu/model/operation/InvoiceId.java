package dev.kaitsu.model.operation;

/** Identifies an invoice in the billing system; ids grow, and deleted ones leave gaps. */
public record InvoiceId(long value) implements Comparable<InvoiceId> {
  public InvoiceId {
    if (value < 1) {
      throw new IllegalArgumentException("an invoice id is below 1: " + value);
    }
  }

  @Override
  public int compareTo(InvoiceId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
