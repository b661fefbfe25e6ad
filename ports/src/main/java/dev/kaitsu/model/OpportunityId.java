package dev.kaitsu.model;

/** Identifies the opportunity an order came from, in its 18-character form. */
public record OpportunityId(String value) {
  public OpportunityId {
    value = RecordIds.to18("an opportunity id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
