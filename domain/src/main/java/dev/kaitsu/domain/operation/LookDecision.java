package dev.kaitsu.domain.operation;

import dev.kaitsu.model.operation.InvoiceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a look means for a call whose answer was lost: the rule by which nothing is done twice.
 * Pure.
 */
sealed interface LookDecision {
  /** The effect is in place. */
  record Adopt(Optional<InvoiceId> invoice) implements LookDecision {}

  /** The effect may still appear: look again, last when the window has closed. */
  record LookAgain(Instant windowEnd, String why) implements LookDecision {}

  /** Nothing came of the call: it may be made again. */
  record Gone() implements LookDecision {}

  /** Only a person can say. */
  record Park(String why) implements LookDecision {}

  /** A look that failed is tried this many windows long, and then a person is asked. */
  int WINDOWS_OF_FAILED_LOOKS = 2;

  /**
   * Decides.
   *
   * @param lookBegan a time, by the store's clock, before which the look did not begin
   * @param window how long after it was sent the call's effect may still appear
   * @param provable whether seeing nothing after the window proves that nothing is there
   */
  static LookDecision of(
      Sight sight, Instant sentAt, Instant lookBegan, Duration window, boolean provable) {
    if (sight instanceof Sight.Seen seen) {
      return new Adopt(seen.invoice());
    }
    if (sight instanceof Sight.Blind blind) {
      return new Park(blind.why());
    }
    var end = sentAt.plus(window);
    if (lookBegan.isBefore(end)) {
      return new LookAgain(end, "its effect may still appear");
    }
    if (sight instanceof Sight.Failed failed) {
      var patience = sentAt.plus(window.multipliedBy(WINDOWS_OF_FAILED_LOOKS));
      return lookBegan.isBefore(patience)
          ? new LookAgain(patience, failed.why())
          : new Park(failed.why());
    }
    if (sight instanceof Sight.Unclear unclear) {
      return new Park(unclear.why());
    }
    return provable ? new Gone() : new Park("it was not seen, which does not prove that it failed");
  }
}
