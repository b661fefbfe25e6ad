package dev.kaitsu.adapter.salesforce.stream;

import dev.kaitsu.adapter.salesforce.stream.StreamTimes.Pause;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses that double with each failure in a row, each somewhere between half and whole. */
final class Backoff {
  private static final int MOST_DOUBLINGS = 30;

  private int failures;

  void reset() {
    failures = 0;
  }

  /** How many failures in a row there were. */
  int failures() {
    return failures;
  }

  Duration next(Pause pause) {
    long whole = pause.first().toNanos();
    for (int i = 0; i < failures && whole < pause.longest().toNanos(); i++) {
      whole *= 2;
    }
    failures = Math.min(failures + 1, MOST_DOUBLINGS);
    long bounded = Math.min(whole, pause.longest().toNanos());
    return Duration.ofNanos(ThreadLocalRandom.current().nextLong(bounded / 2, bounded + 1));
  }
}
