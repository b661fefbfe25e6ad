package dev.kaitsu.model;

/** Who said that an order should be looked at. It labels logs and metrics; it never decides. */
public enum HintSource {
  PLATFORM_EVENT("event"),
  CHANGE_EVENT("cdc"),
  GAP_EVENT("gap"),
  SWEEP("sweep"),
  OPERATOR("operator");

  private final String label;

  HintSource(String label) {
    this.label = label;
  }

  /** A short lower-case word, stable, for metrics and correlation ids. */
  public String label() {
    return label;
  }
}
