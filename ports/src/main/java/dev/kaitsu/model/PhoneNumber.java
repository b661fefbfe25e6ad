package dev.kaitsu.model;

import java.util.regex.Pattern;

/** The number of a line: 10 to 14 digits; hyphens are left out. It prints its last four only. */
public record PhoneNumber(String digits) {
  private static final Pattern SHAPE = Pattern.compile("[0-9]{10,14}");
  private static final int SHOWN = 4;

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if it is none; the message does not repeat it
   */
  public PhoneNumber {
    digits = digits.replace("-", "");
    if (!SHAPE.matcher(digits).matches()) {
      throw new IllegalArgumentException("not a phone number: it must have 10 to 14 digits");
    }
  }

  @Override
  public String toString() {
    return "*".repeat(digits.length() - SHOWN) + digits.substring(digits.length() - SHOWN);
  }
}
