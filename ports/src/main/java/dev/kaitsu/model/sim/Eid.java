package dev.kaitsu.model.sim;

import java.util.regex.Pattern;

/**
 * Identifies an eSIM-capable device: 32 digits (PA05-41). Prints masked; {@link #digits} is the
 * bare id.
 */
public record Eid(String digits) {
  private static final Pattern SHAPE = Pattern.compile("[0-9]{32}");
  private static final Pattern SEPARATORS = Pattern.compile("[- ]");
  private static final int SHOWN = 4;

  /**
   * Accepts the id with hyphens or spaces in it.
   *
   * @throws IllegalArgumentException if it is not 32 digits; the message does not repeat it
   */
  public Eid {
    digits = SEPARATORS.matcher(digits).replaceAll("");
    if (!SHAPE.matcher(digits).matches()) {
      throw new IllegalArgumentException(
          "not an EID: it has %d characters, 32 digits are needed".formatted(digits.length()));
    }
  }

  /** Masked. */
  @Override
  public String toString() {
    return "*".repeat(digits.length() - SHOWN) + digits.substring(digits.length() - SHOWN);
  }
}
