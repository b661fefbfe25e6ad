package dev.kaitsu.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that passes only when it is told to. */
public final class SettableClock implements InstantSource {
  /** Where every new clock stands: a Friday noon in Tokyo. */
  public static final Instant START = Instant.parse("2026-11-20T03:00:00Z");

  private Instant now = START;

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /** Time that never jumps back, as {@link System#nanoTime()} counts it. */
  public synchronized long nanoTime() {
    return Duration.between(START, now).toNanos();
  }

  public synchronized void advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("time cannot pass backwards: " + duration);
    }
    now = now.plus(duration);
  }

  /** Moves to this time, if it is ahead. */
  public synchronized void advanceTo(Instant time) {
    if (time.isAfter(now)) {
      now = time;
    }
  }
}
