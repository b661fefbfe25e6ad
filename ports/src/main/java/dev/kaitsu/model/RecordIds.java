package dev.kaitsu.model;

import java.util.regex.Pattern;

/**
 * The two written forms of a Salesforce record id: 15 case-sensitive characters, or 18 with a
 * checksum.
 */
final class RecordIds {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9]{15}([A-Za-z0-9]{3})?");
  private static final String SUFFIX_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
  private static final int BASE_LENGTH = 15;
  private static final int GROUP_LENGTH = 5;

  private RecordIds() {}

  /**
   * Gives the 18-character form.
   *
   * @param what names the kind of id in the error
   * @throws IllegalArgumentException if the text is no record id, or its checksum is wrong
   */
  static String to18(String what, String text) {
    if (!SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "not %s: '%s' (a record id has 15 or 18 letters and digits)"
              .formatted(what, shorten(text)));
    }
    var full = text.substring(0, BASE_LENGTH) + checksum(text);
    if (text.length() > BASE_LENGTH && !text.equals(full)) {
      throw new IllegalArgumentException(
          "not %s: '%s' (its last three characters should be %s)"
              .formatted(what, text, full.substring(BASE_LENGTH)));
    }
    return full;
  }

  private static String checksum(String base) {
    var suffix = new StringBuilder();
    for (int start = 0; start < BASE_LENGTH; start += GROUP_LENGTH) {
      int bits = 0;
      for (int i = 0; i < GROUP_LENGTH; i++) {
        if (Character.isUpperCase(base.charAt(start + i))) {
          bits |= 1 << i;
        }
      }
      suffix.append(SUFFIX_ALPHABET.charAt(bits));
    }
    return suffix.toString();
  }

  private static String shorten(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
