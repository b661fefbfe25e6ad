package dev.kaitsu.model;

/** Identifies the customer's account in Salesforce, in its 18-character form. */
public record AccountId(String value) {
  public AccountId {
    value = RecordIds.to18("an account id", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
