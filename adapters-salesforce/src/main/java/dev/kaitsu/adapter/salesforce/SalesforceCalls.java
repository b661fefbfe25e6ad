package dev.kaitsu.adapter.salesforce;

import java.time.Duration;

/**
 * Is told of every call to Salesforce, for metrics. Called on the calling thread; must not throw.
 */
@FunctionalInterface
public interface SalesforceCalls {
  /** Listens to nothing. */
  SalesforceCalls UNWATCHED = (operation, took, outcome) -> {};

  /**
   * A call ended.
   *
   * @param operation a stable lower-case word: {@code login}, {@code find}, {@code sweep}, {@code
   *     write}, {@code clear_error}, {@code probe}
   * @param took from sending to the end of the answer
   */
  void called(String operation, Duration took, Outcome outcome);

  /** How a call ended, in the terms of {@link dev.kaitsu.model.Halt}. */
  enum Outcome {
    OK,
    /** Salesforce answered, and said no. */
    REFUSED,
    /** No answer, or none that says anything about the request. */
    LOST
  }
}
