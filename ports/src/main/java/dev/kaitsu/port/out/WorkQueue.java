package dev.kaitsu.port.out;

import dev.kaitsu.model.QueueStatus;

/** The orders that wait for work, for whoever watches. */
public interface WorkQueue {
  /**
   * Counts them now.
   *
   * @throws StoreException if the store fails
   */
  QueueStatus status();
}
