package dev.kaitsu.adapter.postgres;

import java.time.Duration;

/**
 * How long a ticket rests.
 *
 * @param failures how many failures in a row stand behind it now
 */
record Rest(Duration time, int failures) {
  private static final Duration SHORT = Duration.ofSeconds(2);
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
    return growing(ticket, LONGEST);
  }

  /** Left to a node of a newer program, which may come at any time: doubling to a minute. */
  static Rest forNewerNode(Ticket ticket) {
    return growing(ticket, LONGEST_FOR_ANOTHER);
  }

  private static Rest growing(Ticket ticket, Duration longest) {
    var doubled = SHORT.multipliedBy(1L << Math.min(ticket.failures(), MOST_DOUBLINGS));
    return new Rest(doubled.compareTo(longest) < 0 ? doubled : longest, ticket.failures() + 1);
  }
}
