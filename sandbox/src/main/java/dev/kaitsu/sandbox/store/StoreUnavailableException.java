package dev.kaitsu.sandbox.store;

/**
 * An embedded server could not be started, or not be worked with. The message is one sentence that
 * names the culprit and the ways out.
 */
public final class StoreUnavailableException extends RuntimeException {
  StoreUnavailableException(String message) {
    super(message);
  }

  StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
