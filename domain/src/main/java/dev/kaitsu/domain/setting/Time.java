package dev.kaitsu.domain.setting;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The two clocks: the time of day, and a monotonic one (nanoseconds) that a change of the former
 * does not move.
 */
public record Time(InstantSource wall, LongSupplier monotonic) {
  public static final Time SYSTEM = new Time(InstantSource.system(), System::nanoTime);

  public Instant now() {
    return wall.instant();
  }

  public long nanos() {
    return monotonic.getAsLong();
  }
}
