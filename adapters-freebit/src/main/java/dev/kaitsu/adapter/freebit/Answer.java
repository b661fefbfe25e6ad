package dev.kaitsu.adapter.freebit;

import dev.kaitsu.port.out.ExternalCallException;

/** What Freebit said, once it is certain that Freebit itself said it. */
sealed interface Answer {
  /** It took what it was asked. */
  record Success(WireObject reply) implements Answer {}

  /** It did not know our key, so nothing was executed; the text is safe to pass on. */
  record KeyRefused(String said) implements Answer {}

  /**
   * It did nothing, perhaps since our key is dead.
   *
   * @param otherwise what it means if a new key is answered in the same way
   */
  record KeySuspected(ExternalCallException otherwise) implements Answer {}
}
