package dev.kaitsu.model.sim;

import java.util.regex.Pattern;

/**
 * A line's phone number: 11 to 14 digits, the operator's account (PA05-18 to PA05-20). Personal
 * data, so it prints masked to its last four digits; {@link #digits} is the bare number.
 */
public record PhoneNumber(String digits) {
  private static final Pattern SHAPE = Pattern.compile("[0-9]{11,14}");
  private static final Pattern SEPARATORS = Pattern.compile("[- ]");
  private static final int SHOWN = 4;

  /**
   * Accepts the number with hyphens or spaces in it.
   *
   * @throws IllegalArgumentException if it is not 11 to 14 digits; the message does not repeat it
   */
  public PhoneNumber {
    digits = SEPARATORS.matcher(digits).replaceAll("");
    if (!SHAPE.matcher(digits).matches()) {
      throw new IllegalArgumentException(
          "not a phone number: it has %d characters, 11 to 14 digits are needed"
              .formatted(digits.length()));
    }
  }

  /** Masked. */
  @Override
  public String toString() {
    int hidden = digits.length() - SHOWN;
    return "*".repeat(hidden) + digits.substring(hidden);
  }
}
