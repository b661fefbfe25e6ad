package dev.kaitsu.sandbox.whmcs;

/**
 * A billing client.
 *
 * @param status {@code Active}, {@code Inactive} or {@code Closed}; orders are refused when closed
 * @param currency the code of the currency that prices this client's orders
 */
public record WhmcsClient(
    int id, String name, String status, String currency, boolean withPayMethod) {

  /** An active client who pays in yen and has a stored card. */
  public static WhmcsClient active(int id) {
    return new WhmcsClient(id, "Client " + id, "Active", "JPY", true);
  }

  public WhmcsClient withoutPayMethod() {
    return new WhmcsClient(id, name, status, currency, false);
  }

  public WhmcsClient withStatus(String newStatus) {
    return new WhmcsClient(id, name, newStatus, currency, withPayMethod);
  }

  public WhmcsClient withCurrency(String newCurrency) {
    return new WhmcsClient(id, name, status, newCurrency, withPayMethod);
  }
}
