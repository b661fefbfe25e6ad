package dev.kaitsu.adapter.freebit;

import dev.kaitsu.model.FailureCode;
import java.time.Duration;
import java.util.Optional;

/** Is told of every request to Freebit, from many threads. Must be quick and must not throw. */
@FunctionalInterface
public interface FreebitCallListener {
  /** Listens to nothing. */
  FreebitCallListener NONE = (call, duration, failure) -> {};

  /**
   * One request is over.
   *
   * @param call Freebit's name of it, such as {@code PA05-41}
   * @param duration from sending to the end of the answer
   * @param failure empty if Freebit took what it was asked
   */
  void called(String call, Duration duration, Optional<FailureCode> failure);
}
