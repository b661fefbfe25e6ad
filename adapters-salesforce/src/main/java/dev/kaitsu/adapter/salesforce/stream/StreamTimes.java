package dev.kaitsu.adapter.salesforce.stream;

import java.time.Duration;

/**
 * How patient a subscription is. The defaults are those of production; tests scale them down.
 *
 * @param silenceLimit SF_EVENTS_SILENCE_LIMIT: a stream without any message for so long is taken
 *     for dead; the service promises one within 270 s
 * @param openGrace a stream that is not refused for so long after it was sent counts as open, since
 *     the service says nothing until there is something to say
 * @param openLimit after so long the first opening is reported, whatever is still missing
 * @param retry the pauses after ordinary failures
 * @param protection the pauses when the service protects itself or has too many clients
 * @param allocation the pauses when the day's deliveries are used up
 * @param recheck how often a channel that was refused for good is tried again; a new permission
 *     takes up to 10 minutes
 * @param stableAfter a stream that lived so long ends the series of failures before it
 * @param patience how long one batch is tried again while its stream stays open; without credits
 *     the service ends it after 60 s
 */
public record StreamTimes(
    Duration silenceLimit,
    Duration openGrace,
    Duration openLimit,
    Pause retry,
    Pause protection,
    Pause allocation,
    Duration recheck,
    Duration stableAfter,
    Duration patience) {

  public static final StreamTimes DEFAULTS =
      new StreamTimes(
          Duration.ofSeconds(300),
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          new Pause(Duration.ofSeconds(1), Duration.ofSeconds(60)),
          new Pause(Duration.ofSeconds(30), Duration.ofMinutes(5)),
          new Pause(Duration.ofMinutes(15), Duration.ofMinutes(60)),
          Duration.ofMinutes(10),
          Duration.ofMinutes(5),
          Duration.ofSeconds(45));

  public StreamTimes {
    requirePositive("SF_EVENTS_SILENCE_LIMIT", silenceLimit);
    requirePositive("the grace for opening", openGrace);
    requirePositive("the limit for opening", openLimit);
    requirePositive("the re-check", recheck);
    requirePositive("the stable time", stableAfter);
    requirePositive("the patience", patience);
  }

  public StreamTimes withSilenceLimit(Duration limit) {
    return new StreamTimes(
        limit, openGrace, openLimit, retry, protection, allocation, recheck, stableAfter, patience);
  }

  /** Pauses that double from the first to the longest. */
  public record Pause(Duration first, Duration longest) {
    public Pause {
      requirePositive("the first pause", first);
      if (longest.compareTo(first) < 0) {
        throw new IllegalArgumentException(
            "the longest pause %s is below the first one %s".formatted(longest, first));
      }
    }
  }

  private static void requirePositive(String what, Duration duration) {
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException(
          "%s is %s: give a time above zero".formatted(what, duration));
    }
  }
}
