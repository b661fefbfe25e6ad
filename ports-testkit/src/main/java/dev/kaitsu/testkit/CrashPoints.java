package dev.kaitsu.testkit;

/**
 * The points at which a process can die so that it matters: before and after every durable write
 * and every call to another system. Shared by the fakes of one test. To crash at each point there
 * is, run once undisturbed, then once for every number up to {@link #passed()}.
 */
public final class CrashPoints {
  private int passed;
  private int crashAt;

  /** How many points were passed since the start or the last {@link #crashAt}. */
  public synchronized int passed() {
    return passed;
  }

  /**
   * Lets the process die once, at the n-th point from now; counted from 1.
   *
   * @throws IllegalArgumentException if n is below 1
   */
  public synchronized void crashAt(int n) {
    if (n < 1) {
      throw new IllegalArgumentException("crash points are counted from 1: " + n);
    }
    passed = 0;
    crashAt = n;
  }

  synchronized void pass(String where) {
    passed++;
    if (passed == crashAt) {
      crashAt = 0;
      throw new SimulatedCrash(where);
    }
  }
}
