package dev.kaitsu.model;

/** Identifies a price book in Salesforce. */
public record PriceBookId(String value) {
  public PriceBookId {
    value = RecordIds.to18("a price book id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
