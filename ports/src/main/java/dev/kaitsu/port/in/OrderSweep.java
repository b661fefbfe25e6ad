package dev.kaitsu.port.in;

/** Finds orders that wait for fulfillment without anybody having said so. */
public interface OrderSweep {
  /**
   * Asks Salesforce for every order that should be worked on and hints at those nobody works on.
   * Repeating it is harmless.
   *
   * @return how many orders were hinted at
   * @throws dev.kaitsu.port.out.ExternalCallException if Salesforce could not be asked
   */
  int sweep();
}
