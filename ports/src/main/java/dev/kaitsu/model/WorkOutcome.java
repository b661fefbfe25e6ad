package dev.kaitsu.model;

import java.time.Instant;

/** What is to become of an order's job after a look. */
public sealed interface WorkOutcome {

  /** Nothing is left to do until somebody hints again. */
  record Settled() implements WorkOutcome {}

  /**
   * Work on the order dies whatever is tried: it is left alone until somebody asks for it by an
   * event or by hand. Sweeps do not count as asking.
   */
  record SetAside() implements WorkOutcome {}

  /** Something is left to do later; {@code why} names the blocker for operators. */
  record ComeBack(Instant at, String why) implements WorkOutcome {}
}
