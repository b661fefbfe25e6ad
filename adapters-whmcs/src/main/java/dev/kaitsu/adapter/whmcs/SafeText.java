package dev.kaitsu.adapter.whmcs;

import java.util.regex.Pattern;

/** Makes a message of WHMCS fit to be passed on: one short line, no personal data, no secret. */
final class SafeText {
  private static final int LONGEST = 160;
  private static final Pattern TAG = Pattern.compile("<[^>]{0,200}>");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"'(),;:]+@[^\\s@<>\"'(),;:]+");
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9+/_=-]{24,}");
  private static final Pattern LONG_NUMBER = Pattern.compile("\\d(?:[ -]?\\d){6,}");

  private SafeText() {}

  static String of(String message) {
    var text = TAG.matcher(message).replaceAll(" ");
    text = EMAIL.matcher(text).replaceAll("***");
    text = SECRET.matcher(text).replaceAll("***");
    text = LONG_NUMBER.matcher(text).replaceAll("***");
    text = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
