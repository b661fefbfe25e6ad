package dev.kaitsu.domain.sim;

import dev.kaitsu.model.FailureCode;
import java.util.Optional;
import java.util.function.Function;

/** Reads one field of Salesforce; what is wrong with it is said with the field's name. */
final class Field {
  private Field() {}

  static String required(FailureCode code, String field, Optional<String> value) throws SimRefused {
    return value
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .orElseThrow(() -> new SimRefused(code, field + " is empty"));
  }

  /** Reads a value whose type says what is wrong with it. */
  static <T> T read(FailureCode code, String field, String text, Function<String, T> reading)
      throws SimRefused {
    try {
      return reading.apply(text);
    } catch (IllegalArgumentException wrong) {
      throw new SimRefused(code, field + " is " + wrong.getMessage());
    }
  }
}
