package dev.kaitsu.adapter.whmcs;

import dev.kaitsu.model.FailureCode;
import java.time.Duration;
import java.util.Optional;

/** Is told of every request to WHMCS, from many threads. Must be quick and must not throw. */
@FunctionalInterface
public interface WhmcsCallListener {
  /** Listens to nothing. */
  WhmcsCallListener NONE = (action, duration, failure) -> {};

  /**
   * One request is over.
   *
   * @param action the API action, such as {@code AddOrder}
   * @param duration from sending to the end of the answer; waiting for a free slot is not in it
   * @param failure empty if WHMCS did what it was asked
   */
  void called(String action, Duration duration, Optional<FailureCode> failure);

  /** Somebody wants a slot for a request. */
  default void queued() {}

  /**
   * The wait of one who was {@link #queued} is over: it has a slot, or has given up.
   *
   * @param waited often next to nothing
   */
  default void dequeued(Duration waited) {}

  /** A request is sent; {@link #called} tells its end. */
  default void sent() {}

  /** One that tells another as well. */
  default WhmcsCallListener andThen(WhmcsCallListener other) {
    return new BothListeners(this, other);
  }
}
