package dev.kaitsu.model.sim;

/** The network a line is contracted for (PA05-38). */
public enum NetworkType {
  FOUR_G("4G"),
  FIVE_G("5G");

  private final String label;

  NetworkType(String label) {
    this.label = label;
  }

  /** As the operator writes it. */
  public String label() {
    return label;
  }

  /**
   * Reads {@code 4G} or {@code 5G}, in any case.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static NetworkType of(String label) {
    for (var each : values()) {
      if (each.label.equalsIgnoreCase(label)) {
        return each;
      }
    }
    throw new IllegalArgumentException("not a network type: 4G or 5G is needed");
  }

  @Override
  public String toString() {
    return label;
  }
}
