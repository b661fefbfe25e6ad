package dev.kaitsu.sandbox.salesforce.pubsub;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How the emulated service is set up.
 *
 * @param port 0 for a free one; always on loopback
 * @param keepalive how long a stream with open credits may be silent before an empty response
 * @param creditlessLife how long a stream lives whose credits are used up
 * @param creditlessEnd how it ends then: the error, or complete when empty
 * @param seed of the way events are split over responses
 * @param habits what it does of the things nobody is sure of
 */
public record PubSubSettings(
    int port,
    Duration keepalive,
    Duration creditlessLife,
    Optional<PubSubError> creditlessEnd,
    long seed,
    Set<Habit> habits) {

  public PubSubSettings {
    habits = Set.copyOf(habits);
  }

  /** The vendor's own periods, on a free port. */
  public static PubSubSettings standard() {
    return new PubSubSettings(
        0, Duration.ofSeconds(270), Duration.ofSeconds(60), Optional.empty(), 1, Set.of());
  }

  public PubSubSettings onPort(int newPort) {
    return new PubSubSettings(newPort, keepalive, creditlessLife, creditlessEnd, seed, habits);
  }

  public PubSubSettings withKeepalive(Duration period) {
    return new PubSubSettings(port, period, creditlessLife, creditlessEnd, seed, habits);
  }

  public PubSubSettings withCreditlessLife(Duration period) {
    return new PubSubSettings(port, keepalive, period, creditlessEnd, seed, habits);
  }

  /** Ends streams without credits by this error instead of completing them. */
  public PubSubSettings withCreditlessEnd(PubSubError error) {
    return new PubSubSettings(port, keepalive, creditlessLife, Optional.of(error), seed, habits);
  }

  public PubSubSettings withSeed(long newSeed) {
    return new PubSubSettings(port, keepalive, creditlessLife, creditlessEnd, newSeed, habits);
  }

  /** With one more of the habits that the vendor may have. */
  public PubSubSettings withHabit(Habit habit) {
    var more = EnumSet.of(habit);
    more.addAll(habits);
    return new PubSubSettings(port, keepalive, creditlessLife, creditlessEnd, seed, more);
  }

  boolean has(Habit habit) {
    return habits.contains(habit);
  }
}
