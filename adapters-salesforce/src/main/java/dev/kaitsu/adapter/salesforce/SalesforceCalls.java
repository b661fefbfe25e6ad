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
   *     write}, {@code clear_error}, {@code probe}, {@code limits}
   * @param took from sending to the end of the answer
   */
  void called(String operation, Duration took, Outcome outcome);

  /** Somebody wants to call, alone or in company, and may have to wait for its turn. */
  default void queued() {}

  /**
   * The wait of one who was {@link #queued} is over: its call begins, or it has given up.
   *
   * @param waited often nothing
   */
  default void dequeued(Duration waited) {}

  /** A call is sent; {@link #called} tells its end. */
  default void sent() {}

  /** An answer told how much of the org's calls is used up. */
  default void told(ApiUsage usage) {}

  /** How a call ended, in the terms of {@link dev.kaitsu.model.Halt}. */
  enum Outcome {
    OK,
    /** Salesforce answered, and said no. */
    REFUSED,
    /** No answer, or none that says anything about the request. */
    LOST
  }
}
