package dev.kaitsu.model;

/**
 * Identifies an order in Salesforce; always in its 18-character form, so that one order has one id.
 */
public record OrderId(String value) {
  public OrderId {
    value = RecordIds.to18("an order id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
