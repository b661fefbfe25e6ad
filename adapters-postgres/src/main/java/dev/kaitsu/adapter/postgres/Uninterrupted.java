package dev.kaitsu.adapter.postgres;

import java.util.function.Supplier;

/**
 * Runs something that an interruption must not tear: what a shutdown interrupts may just have
 * learned what it must record. The interruption is kept for afterwards.
 */
final class Uninterrupted {
  private Uninterrupted() {}

  static <T> T call(Supplier<T> action) {
    boolean interrupted = Thread.interrupted();
    try {
      return action.get();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
