package dev.kaitsu.model.sim;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number that moves here from another carrier (MNP).
 *
 * @param reservationNumber exactly 10 digits (PA05-20)
 * @param expires the reservation's last day, where the order names it
 */
public record PortIn(String reservationNumber, Optional<LocalDate> expires) {
  private static final Pattern SHAPE = Pattern.compile("[0-9]{10}");

  /**
   * Accepts a bare reservation number.
   *
   * @throws IllegalArgumentException if it is not 10 digits; the message does not repeat it
   */
  public PortIn {
    if (!SHAPE.matcher(reservationNumber).matches()) {
      throw new IllegalArgumentException(
          "not an MNP reservation number: it has %d characters, 10 digits are needed"
              .formatted(reservationNumber.length()));
    }
  }

  @Override
  public String toString() {
    return "PortIn[…]";
  }
}
