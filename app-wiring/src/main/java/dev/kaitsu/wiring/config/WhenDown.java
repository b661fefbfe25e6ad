package dev.kaitsu.wiring.config;

/** What becomes of orders that have not started while a system they need is down. */
public enum WhenDown {
  /** They wait, and start gently once it is back. */
  HOLD,
  /** They start at once, and fail. */
  FAIL
}
