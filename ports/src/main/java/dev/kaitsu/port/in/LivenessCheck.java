package dev.kaitsu.port.in;

/** Proves that no order is forgotten. */
public interface LivenessCheck {
  /**
   * Finds orders that have something left to do and no look planned, and plans one. Each of them is
   * a defect of Kaitsu or of somebody's hand in the database.
   *
   * @return how many there were
   * @throws dev.kaitsu.port.out.StoreException if the store fails
   */
  int check();
}
