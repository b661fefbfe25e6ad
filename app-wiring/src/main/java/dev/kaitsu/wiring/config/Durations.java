package dev.kaitsu.wiring.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Durations as people write them: {@code 250ms}, {@code 10s}, {@code 30m}, {@code 2h}, {@code 1d}.
 */
final class Durations {
  private static final Pattern SHAPE = Pattern.compile("(\\d{1,12})\\s*(ms|s|m|h|d)?");

  private Durations() {}

  /** Reads a positive duration; a bare number is milliseconds. Empty if the text is none. */
  static Optional<Duration> parse(String text) {
    var match = SHAPE.matcher(text.strip());
    if (!match.matches()) {
      return Optional.empty();
    }
    long amount = Long.parseLong(match.group(1));
    var unit = match.group(2) == null ? "ms" : match.group(2);
    var duration =
        switch (unit) {
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          case "h" -> Duration.ofHours(amount);
          case "d" -> Duration.ofDays(amount);
          default -> Duration.ofMillis(amount);
        };
    return duration.isZero() ? Optional.empty() : Optional.of(duration);
  }
}
