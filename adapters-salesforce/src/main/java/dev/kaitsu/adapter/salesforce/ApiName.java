package dev.kaitsu.adapter.salesforce;

import java.util.regex.Pattern;

/** The form of a field's API name: names from settings go into queries. */
final class ApiName {
  // Letters, digits and single underscores, as Salesforce itself demands of API names.
  private static final Pattern SHAPE =
      Pattern.compile("[A-Za-z](_?[A-Za-z0-9])*(__[A-Za-z](_?[A-Za-z0-9])*)?(__c)?");
  private static final int LONGEST = 80;

  private ApiName() {}

  static void check(String variable, String name, String example) {
    if (name.length() > LONGEST || !SHAPE.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "%s is '%s', which is no API name of a field: give one such as %s"
              .formatted(variable, name, example));
    }
  }
}
