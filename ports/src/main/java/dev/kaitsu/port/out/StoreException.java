package dev.kaitsu.port.out;

/** Our own store failed: nothing of the refused write is in place. Try again when it is back. */
public final class StoreException extends RuntimeException {
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
