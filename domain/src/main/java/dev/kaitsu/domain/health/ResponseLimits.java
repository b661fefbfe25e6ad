package dev.kaitsu.domain.health;

import dev.kaitsu.model.HealthLevel;
import java.time.Duration;

/** From which response time on a system that answers is slow, and too slow. */
public record ResponseLimits(Duration warning, Duration critical) {
  private static final Duration NEVER = Duration.ofDays(1);

  /** For a system of which only an answer is expected. */
  public static final ResponseLimits NONE = new ResponseLimits(NEVER, NEVER);

  public ResponseLimits {
    if (warning.isNegative() || warning.isZero() || critical.compareTo(warning) < 0) {
      throw new IllegalArgumentException(
          "limits are above zero and in order: %s, %s".formatted(warning, critical));
    }
  }

  public static ResponseLimits ofMillis(long warning, long critical) {
    return new ResponseLimits(Duration.ofMillis(warning), Duration.ofMillis(critical));
  }

  HealthLevel levelOf(Duration responseTime) {
    if (responseTime.compareTo(critical) > 0) {
      return HealthLevel.CRITICAL;
    }
    return responseTime.compareTo(warning) > 0 ? HealthLevel.WARNING : HealthLevel.OK;
  }

  /** The limit that such a level passed. */
  Duration passedAt(HealthLevel level) {
    return level == HealthLevel.CRITICAL ? critical : warning;
  }
}
