package dev.kaitsu.port.out;

/**
 * Our own store failed. A write is in place as a whole or not at all, but which of the two may be
 * unknown: read again before repeating it.
 */
public class StoreException extends RuntimeException {
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
