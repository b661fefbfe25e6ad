package dev.kaitsu.wiring.budget;

import java.util.Optional;

/**
 * Notices once that what is left has fallen below a threshold, and once that it has recovered.
 * Recovered is a little above, so that a figure that hovers around the threshold is told once.
 */
final class Crossing {
  private static final double CLEARLY = 2;

  private final int below;
  private boolean low;

  Crossing(int below) {
    this.below = below;
  }

  /** What happened to the threshold with this figure, if anything. */
  enum Event {
    FALLEN,
    RECOVERED
  }

  synchronized Optional<Event> see(double percentLeft) {
    if (!low && percentLeft < below) {
      low = true;
      return Optional.of(Event.FALLEN);
    }
    if (low && percentLeft >= Math.min(100, below + CLEARLY)) {
      low = false;
      return Optional.of(Event.RECOVERED);
    }
    return Optional.empty();
  }

  synchronized boolean isLow() {
    return low;
  }
}
