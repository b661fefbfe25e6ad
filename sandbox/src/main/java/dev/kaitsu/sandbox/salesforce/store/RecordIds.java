package dev.kaitsu.sandbox.salesforce.store;

import java.util.Optional;
import java.util.regex.Pattern;

/** Salesforce record ids: 15 case-sensitive characters, or 18 with a checksum of their case. */
public final class RecordIds {
  private static final Pattern SHAPE = Pattern.compile("[a-zA-Z0-9]{15}([a-zA-Z0-9]{3})?");
  private static final String SUFFIX = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String INSTANCE = "5g0";

  private RecordIds() {}

  /** The 18-character form of an id in either form; empty if it is no id or its checksum is off. */
  public static Optional<String> normalise(String id) {
    if (!SHAPE.matcher(id).matches()) {
      return Optional.empty();
    }
    var full = withChecksum(id.substring(0, 15));
    return id.length() == 15 || full.equals(id) ? Optional.of(full) : Optional.empty();
  }

  /** The n-th id of the objects with a three-character key prefix: the same on every run. */
  public static String numbered(String keyPrefix, long n) {
    var digits = new char[9];
    long rest = n;
    for (int i = digits.length - 1; i >= 0; i--) {
      digits[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
      rest /= DIGITS.length();
    }
    return withChecksum(keyPrefix + INSTANCE + new String(digits));
  }

  private static String withChecksum(String id15) {
    var full = new StringBuilder(18).append(id15);
    for (int group = 0; group < 3; group++) {
      int bits = 0;
      for (int k = 0; k < 5; k++) {
        char c = id15.charAt(group * 5 + k);
        if (c >= 'A' && c <= 'Z') {
          bits |= 1 << k;
        }
      }
      full.append(SUFFIX.charAt(bits));
    }
    return full.toString();
  }
}
