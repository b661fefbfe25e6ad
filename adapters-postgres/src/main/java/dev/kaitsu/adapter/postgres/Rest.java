package dev.kaitsu.adapter.postgres;

import java.time.Duration;

/**
 * How long a ticket rests.
 *
 * @param failures how many failures in a row stand behind it now
 */
record Rest(Duration time, int failures) {
  static final Duration SHORT = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration LONGEST_FOR_ANOTHER = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 8;

  /** Nothing failed, this node just ends: another one may go on. */
  static Rest none(Ticket ticket) {
    return new Rest(Duration.ZERO, ticket.failures());
  }

  /** Our own database failed; it is either back soon or fails everybody. */
  static Rest brief(Ticket ticket) {
    return new Rest(SHORT, ticket.failures() + 1);
  }

  /** A defect: doubling from two seconds to five minutes. */
  static Rest growing(Ticket ticket) {
    return growing(ticket.failures(), LONGEST);
  }

  /** A defect in work that has failed so often in a row before. */
  static Rest growing(int failures) {
    return growing(failures, LONGEST);
  }

  /** Left to a node of a newer program, which may come at any time: doubling to a minute. */
  static Rest forNewerNode(Ticket ticket) {
    return forNewerNode(ticket.failures());
  }

  /** The same, after this many failures in a row. */
  static Rest forNewerNode(int failures) {
    return growing(failures, LONGEST_FOR_ANOTHER);
  }

  private static Rest growing(int failures, Duration longest) {
    var doubled = SHORT.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    return new Rest(doubled.compareTo(longest) < 0 ? doubled : longest, failures + 1);
  }
}
