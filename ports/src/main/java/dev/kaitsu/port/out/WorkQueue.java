package dev.kaitsu.port.out;

import dev.kaitsu.model.OrderId;
import dev.kaitsu.model.QueueStatus;
import java.util.List;

/** The orders that wait for work, for whoever watches. */
public interface WorkQueue {
  /**
   * Counts them now.
   *
   * @throws StoreException if the store fails
   */
  QueueStatus status();

  /**
   * The orders that have something left to do (an attempt that has not ended, a search for what an
   * unanswered call may have left, a hint nobody has followed) and that no look is planned for.
   * There should be none.
   *
   * @throws StoreException if the store fails
   */
  List<OrderId> stranded();
}
