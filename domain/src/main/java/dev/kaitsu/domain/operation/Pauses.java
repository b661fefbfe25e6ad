package dev.kaitsu.domain.operation;

import java.time.Duration;

/**
 * How long to wait before a call is made again that provably had no effect: about as long again as
 * it was tried already, at most an hour, so that a long outage leaves few facts.
 */
final class Pauses {
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 12;
  private static final int WORTH_TELLING = 6;

  private Pauses() {}

  /** The wait after this many failures before. */
  static Duration after(int failures) {
    var doubled = Duration.ofSeconds(1L << Math.min(failures, MOST_DOUBLINGS));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }

  /** Whether this failure is the one, about a minute after the first, that somebody should see. */
  static boolean isWorthTelling(int failures) {
    return failures == WORTH_TELLING;
  }
}
