package dev.kaitsu.port.out;

import java.time.Duration;

/** Bounds how many requests are under way to one outside system. Safe for use by many threads. */
public interface CallSlots {
  /**
   * Waits for a slot, in the order of asking.
   *
   * @return false if none was free within this time; after true, {@link #release} must follow
   */
  boolean take(Duration longest) throws InterruptedException;

  /** Gives back what {@link #take} gave. */
  void release();
}
