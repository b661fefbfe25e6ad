package dev.kaitsu.domain.operation;

import java.time.Instant;

/** What follows a step of an operation. */
sealed interface Move {
  /** Something is established: read again and go on. */
  record On() implements Move {}

  /** Nothing can be done before then, by the store's clock. */
  record Pause(Instant until, String why) implements Move {}
}
