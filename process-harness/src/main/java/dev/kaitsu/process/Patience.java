package dev.kaitsu.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for something that happens in another process. */
public final class Patience {
  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final long LOOK_EVERY_MS = 10;

  private Patience() {}

  /** Something that may be so by now. */
  public interface Condition {
    boolean holds() throws IOException, InterruptedException;
  }

  /** Whether it became so in time. */
  public static boolean within(Duration limit, Condition condition)
      throws IOException, InterruptedException {
    return within(limit, LOOK_EVERY_MS, condition);
  }

  public static void until(String what, Condition condition)
      throws IOException, InterruptedException {
    until(what, LOOK_EVERY_MS, condition);
  }

  /** As {@link #until(String, Condition)}, for looks that cost the measured processes time. */
  public static void until(String what, long lookEveryMs, Condition condition)
      throws IOException, InterruptedException {
    if (!within(LIMIT, lookEveryMs, condition)) {
      throw new IllegalStateException("it did not happen in %s: %s".formatted(LIMIT, what));
    }
  }

  private static boolean within(Duration limit, long lookEveryMs, Condition condition)
      throws IOException, InterruptedException {
    long giveUp = System.nanoTime() + limit.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > giveUp) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(lookEveryMs);
    }
    return true;
  }
}
