package dev.kaitsu.model;

import java.time.Duration;
import java.time.Instant;

/**
 * How far this machine's clock is from another's.
 *
 * @param ahead above zero if this machine's is ahead
 */
public record ClockDifference(Duration ahead) {
  /** HTTP tells whole seconds, and an answer is under way for a while. */
  private static final Duration NOTICEABLE = Duration.ofSeconds(5);

  /** Beyond it logins count as expired. */
  private static final Duration HARMFUL = Duration.ofSeconds(60);

  public static ClockDifference between(Instant ours, Instant theirs) {
    return new ClockDifference(Duration.between(theirs, ours));
  }

  /**
   * What it means.
   *
   * @param whose the other clock, to stand behind "the clock of"
   */
  public Finding finding(String whose) {
    var apart = ahead.abs();
    if (apart.compareTo(NOTICEABLE) <= 0) {
      return Finding.pass(
          "within %d s of the clock of %s".formatted(NOTICEABLE.toSeconds(), whose));
    }
    var found =
        "this machine's clock is %d s %s the clock of %s"
            .formatted(apart.toSeconds(), ahead.isNegative() ? "behind" : "ahead of", whose);
    var remedy = "let a time service (NTP) set both clocks";
    return apart.compareTo(HARMFUL) > 0 ? Finding.fail(found, remedy) : Finding.warn(found, remedy);
  }
}
