package dev.kaitsu.adapter.salesforce.stream;

/** An event cannot be understood, now or later. The message is fit for operators and logs. */
final class UnreadableEventException extends RuntimeException {
  UnreadableEventException(String reason) {
    super(reason);
  }

  UnreadableEventException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
