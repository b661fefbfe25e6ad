package dev.kaitsu.sandbox.store;

/** Waiting in methods that do not declare an interruption. */
final class Interruption {
  private Interruption() {}

  /** A wait that may be interrupted. */
  @FunctionalInterface
  interface Wait<T> {
    T await() throws InterruptedException;
  }

  /** Waits; an interrupted thread stays marked as interrupted and gets an exception. */
  static <T> T guard(Wait<T> wait) {
    try {
      return wait.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException("Interrupted while waiting for a store.", e);
    }
  }
}
