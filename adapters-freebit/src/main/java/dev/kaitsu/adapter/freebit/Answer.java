package dev.kaitsu.adapter.freebit;

/** What Freebit said, once it is certain that Freebit itself said it. */
sealed interface Answer {
  /** It took what it was asked. */
  record Success(WireObject reply) implements Answer {}

  /** It did not know our key, so nothing was executed; the text is safe to pass on. */
  record KeyRefused(String said) implements Answer {}
}
