package dev.kaitsu.domain.step;

import java.time.Duration;

/** How long to wait before the next try: 1, 2, 4 … seconds, at most a minute. */
public final class Backoff {
  private static final int DOUBLINGS = 6;
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private Backoff() {}

  /** The wait after this many tries that were put off already. */
  public static Duration after(int deferrals) {
    var wait = Duration.ofSeconds(1L << Math.min(deferrals, DOUBLINGS));
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }
}
