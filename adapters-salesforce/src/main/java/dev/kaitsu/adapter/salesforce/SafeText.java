package dev.kaitsu.adapter.salesforce;

import java.util.regex.Pattern;

/**
 * Makes text from Salesforce fit for logs and error fields: one short line, nobody's data in it.
 */
final class SafeText {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>'\"]+@[^\\s@<>'\"]+");
  // Not within record ids, whose digits stand next to letters.
  private static final Pattern PHONE =
      Pattern.compile("(?<![A-Za-z0-9])\\+?\\d[\\d ()-]{6,}\\d(?![A-Za-z0-9])");
  private static final int LONGEST = 160;

  private SafeText() {}

  static String of(String text) {
    var line = BLANKS.matcher(text).replaceAll(" ").strip();
    line = EMAIL.matcher(line).replaceAll("(e-mail)");
    line = PHONE.matcher(line).replaceAll("(number)");
    return line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
  }
}
