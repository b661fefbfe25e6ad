package dev.kaitsu.crash.simulation;

import java.util.concurrent.Semaphore;

/** A thread of which {@link Turns} decides when it runs: never two at once. */
final class Fiber {
  private final String name;
  private final Semaphore turn = new Semaphore(0);
  private long sleep;

  Fiber(String name) {
    this.name = name;
  }

  /** Begins another sleep; wake-ups meant for an earlier one no longer count. */
  long nextSleep() {
    return ++sleep;
  }

  boolean isIn(long thatSleep) {
    return sleep == thatSleep;
  }

  long currentSleep() {
    return sleep;
  }

  void wake() {
    turn.release();
  }

  void awaitTurn() {
    turn.acquireUninterruptibly(); // an interruption is for the work, not for the turn
  }

  @Override
  public String toString() {
    return name;
  }
}
