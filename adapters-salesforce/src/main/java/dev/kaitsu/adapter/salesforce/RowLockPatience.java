package dev.kaitsu.adapter.salesforce;

import dev.kaitsu.adapter.salesforce.CompositeCall.Failure;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tries a write again that another transaction kept out. Such locks last for moments, and a refused
 * write changed nothing; anything else is left to those who keep the ledger.
 */
final class RowLockPatience {
  private static final int TRIES = 3;
  private static final int SHORTEST_MILLIS = 50;
  private static final int LONGEST_MILLIS = 250;

  private RowLockPatience() {}

  /** Tries on after a first try that ended so. */
  static Optional<Failure> retrying(Optional<Failure> first, Supplier<Optional<Failure>> write) {
    var failure = first;
    for (int tries = 1; tries < TRIES && isRowLock(failure) && pause(); tries++) {
      failure = write.get();
    }
    return failure;
  }

  private static boolean isRowLock(Optional<Failure> failure) {
    return failure.filter(found -> found.refusal().isRowLock()).isPresent();
  }

  /** Whether the pause was undisturbed; a shutdown ends all patience. */
  private static boolean pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(
          ThreadLocalRandom.current().nextInt(SHORTEST_MILLIS, LONGEST_MILLIS));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
