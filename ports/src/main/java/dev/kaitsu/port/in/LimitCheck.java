package dev.kaitsu.port.in;

/** Learns how much of Salesforce's limits is left, for all nodes. */
public interface LimitCheck {
  /**
   * Asks Salesforce and remembers the answer.
   *
   * @throws dev.kaitsu.port.out.ExternalCallException if Salesforce could not be asked
   * @throws dev.kaitsu.port.out.StoreException if the store fails
   */
  void check();
}
