package dev.kaitsu.adapter.freebit;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes a message of Freebit's fit to be passed on: one short line, no personal data, no secret.
 */
final class SafeText {
  private static final int LONGEST = 120;
  private static final Pattern LONG_NUMBER = Pattern.compile("\\p{Nd}(?:[ \\-－‐]?\\p{Nd}){7,}");
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9+/_=-]{24,}");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"'(),;:]+@[^\\s@<>\"'(),;:]+");

  private SafeText() {}

  /**
   * @param personal values of the request that must not come back
   */
  static String of(String message, List<String> personal) {
    var text = message;
    for (var each : personal) {
      text = text.replace(each, "***");
    }
    text = EMAIL.matcher(text).replaceAll("***");
    text = SECRET.matcher(text).replaceAll("***");
    text = LONG_NUMBER.matcher(text).replaceAll("***");
    text = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
