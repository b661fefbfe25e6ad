package dev.kaitsu.adapter.postgres;

/** The database cannot be used as it is: one sentence says why, and what to do. */
public final class StoreStartException extends RuntimeException {
  StoreStartException(String message) {
    super(message);
  }

  StoreStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
