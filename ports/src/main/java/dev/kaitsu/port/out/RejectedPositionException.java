package dev.kaitsu.port.out;

/** The service does not know a position in a topic, or no longer. */
public final class RejectedPositionException extends RuntimeException {
  public RejectedPositionException(String message) {
    super(message);
  }
}
