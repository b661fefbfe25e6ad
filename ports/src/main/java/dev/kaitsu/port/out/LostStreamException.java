package dev.kaitsu.port.out;

/** Another node reads this topic by now: what this one received was not stored, and need not be. */
public final class LostStreamException extends RuntimeException {
  public LostStreamException(String topic) {
    super("channel %s is read by another node by now".formatted(topic));
  }
}
