package dev.kaitsu.crash.simulation;

import java.time.Duration;
import java.util.Optional;

/**
 * How one call goes wrong.
 *
 * @param told what the caller hears instead of an answer
 * @param late after how long the effect comes where it is late
 */
record CallFault(
    Way way, Optional<RuntimeException> told, Optional<Duration> late, boolean isSlow) {
  /** What becomes of the effect. */
  enum Way {
    WELL,
    /** There is none, and the caller can tell. */
    REFUSED,
    /** There is none, or a late one, and the caller cannot tell. */
    REQUEST_LOST,
    /** There is one, and the caller cannot tell. */
    ANSWER_LOST
  }

  static CallFault well(boolean slowly) {
    return new CallFault(Way.WELL, Optional.empty(), Optional.empty(), slowly);
  }

  static CallFault refused(RuntimeException told) {
    return new CallFault(Way.REFUSED, Optional.of(told), Optional.empty(), false);
  }

  static CallFault requestLost(RuntimeException told) {
    return new CallFault(Way.REQUEST_LOST, Optional.of(told), Optional.empty(), false);
  }

  static CallFault late(RuntimeException told, Duration delay) {
    return new CallFault(Way.REQUEST_LOST, Optional.of(told), Optional.of(delay), false);
  }

  static CallFault answerLost(RuntimeException told) {
    return new CallFault(Way.ANSWER_LOST, Optional.of(told), Optional.empty(), false);
  }

  boolean is(Way thatWay) {
    return way == thatWay;
  }

  RuntimeException exception() {
    return told.orElseThrow();
  }
}
