package dev.kaitsu.adapter.whmcs;

/** What WHMCS said, once it is certain that WHMCS itself said it. */
sealed interface Answer {
  /** It did what it was asked, and gave what the action promises. */
  record Success(WireObject reply) implements Answer {}

  /** It answered an error of the action; the message is safe to pass on. */
  record Refusal(String message) implements Answer {}

  /** It did not let us in, so nothing was executed; the message is safe to pass on. */
  record Denied(AccessProblem problem, String message) implements Answer {}
}
