package dev.kaitsu.model;

/** Identifies one service (one purchased product) in the billing system. */
public record ServiceId(long value) implements Comparable<ServiceId> {
  public ServiceId {
    if (value < 1) {
      throw new IllegalArgumentException("a service id is below 1: " + value);
    }
  }

  @Override
  public int compareTo(ServiceId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
