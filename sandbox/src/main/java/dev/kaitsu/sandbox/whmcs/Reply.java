package dev.kaitsu.sandbox.whmcs;

/** What an action comes to: the fields of its success, or the message of its error. */
sealed interface Reply {

  record Success(Row fields) implements Reply {}

  record Refusal(String message) implements Reply {}

  static Reply success(Row fields) {
    return new Success(fields);
  }

  static Reply error(String message) {
    return new Refusal(message);
  }
}
