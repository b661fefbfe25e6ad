package dev.kaitsu.adapter.salesforce;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Tells a crowd from single callers by how many came lately. It is one as soon as many came within
 * the time, and stays one until only few do, so that the waiting itself does not end it.
 */
final class Crowd {
  private final int many;
  private final int few;
  private final long within;
  private final Deque<Long> came = new ArrayDeque<>();
  private boolean dense;

  /**
   * An empty place.
   *
   * @param many so many within the time make a crowd
   * @param few it ends once no more than so many came within the time
   */
  Crowd(int many, int few, Duration within) {
    this.many = many;
    this.few = few;
    this.within = within.toNanos();
  }

  void comes(long now) {
    came.add(now);
    if (came.size() > many) {
      came.remove();
    }
  }

  boolean isDense(long now) {
    while (!came.isEmpty() && now - came.element() > within) {
      came.remove();
    }
    dense = came.size() >= many || (dense && came.size() > few);
    return dense;
  }
}
