package dev.kaitsu.port.in;

/** Sees after systems that are down. */
public interface HoldReview {
  /**
   * Asks a held system whether it is back, and starts waiting orders once it is: the oldest first,
   * twice as many each time. Does nothing while no system is held. To be called every few seconds,
   * by one node.
   *
   * @throws dev.kaitsu.port.out.StoreException if the store fails
   */
  void review();
}
