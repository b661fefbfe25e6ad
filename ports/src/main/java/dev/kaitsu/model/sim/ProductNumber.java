package dev.kaitsu.model.sim;

import java.util.regex.Pattern;

/** The number printed on a SIM card: 2 capital letters and 13 digits (PA05-18, -20, -38). */
public record ProductNumber(String value) {
  private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}[0-9]{13}");

  /**
   * Accepts exactly the printed form.
   *
   * @throws IllegalArgumentException if it has another shape
   */
  public ProductNumber {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "not a product number: 2 capital letters and 13 digits are needed, it has %d characters"
              .formatted(value.length()));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
