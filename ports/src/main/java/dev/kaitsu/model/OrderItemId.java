package dev.kaitsu.model;

/** Identifies one line of an order in Salesforce, in its 18-character form. */
public record OrderItemId(String value) {
  public OrderItemId {
    value = RecordIds.to18("an order item id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
