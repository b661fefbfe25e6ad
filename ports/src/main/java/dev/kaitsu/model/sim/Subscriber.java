package dev.kaitsu.model.sim;

import java.time.LocalDate;

/**
 * Who uses a line. Personal data, so it prints without any.
 *
 * @param lastName in kanji, as on the identity document
 * @param firstName in kanji
 * @param lastNameKana in full-width katakana
 * @param firstNameKana in full-width katakana
 */
public record Subscriber(
    String lastName,
    String firstName,
    String lastNameKana,
    String firstNameKana,
    Gender gender,
    LocalDate birthday) {

  @Override
  public String toString() {
    return "Subscriber[…]";
  }
}
