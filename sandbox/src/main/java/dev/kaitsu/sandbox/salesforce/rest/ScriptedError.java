package dev.kaitsu.sandbox.salesforce.rest;

/**
 * An error the org answers with instead of doing what it was asked.
 *
 * @param errorCode of the error array; empty for a page in HTML whose text is the message
 */
public record ScriptedError(int status, String errorCode, String message) {

  public static ScriptedError unableToLockRow() {
    return new ScriptedError(
        400, "UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access to this record or 1 records");
  }

  /** The day's allocation is used up. */
  public static ScriptedError dailyLimit() {
    return new ScriptedError(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
  }

  /** Too many long-running calls at once. */
  public static ScriptedError concurrentLimit() {
    return new ScriptedError(
        403,
        "REQUEST_LIMIT_EXCEEDED",
        "ConcurrentRequests (Concurrent API Requests) Limit exceeded.");
  }

  public static ScriptedError validation(String message) {
    return new ScriptedError(400, "FIELD_CUSTOM_VALIDATION_EXCEPTION", message);
  }

  public static ScriptedError serverUnavailable() {
    return new ScriptedError(
        503, "SERVER_UNAVAILABLE", "We are down for maintenance. Sorry for the inconvenience.");
  }

  /** A page from the edge, such as the 420 of an instance whose routing is not ready. */
  public static ScriptedError html(int status, String text) {
    return new ScriptedError(status, "", text);
  }
}
