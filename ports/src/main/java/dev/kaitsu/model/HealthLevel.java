package dev.kaitsu.model;

/** How well a system does; the worse, the later. Names are stored. */
public enum HealthLevel {
  OK,
  WARNING,
  CRITICAL;

  public HealthLevel orWorse(HealthLevel other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
