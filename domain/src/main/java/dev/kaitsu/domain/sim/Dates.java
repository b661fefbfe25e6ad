package dev.kaitsu.domain.sim;

import dev.kaitsu.model.FailureCode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Reads dates as Salesforce writes them; the value is not repeated, it may be a birthday. */
final class Dates {
  private Dates() {}

  static LocalDate read(FailureCode code, String field, String text) throws SimRefused {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException wrong) {
      throw new SimRefused(code, field + " is not a date (YYYY-MM-DD)");
    }
  }
}
