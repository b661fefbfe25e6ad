package dev.kaitsu.sandbox.salesforce.soql;

import java.util.regex.Pattern;

/** What the escapes of a string literal mean, in comparisons and in LIKE. */
final class TextLiterals {
  private TextLiterals() {}

  static String unescaped(String raw) {
    var text = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\\') {
        text.append(c);
      } else if (raw.charAt(i + 1) == 'u') {
        text.append((char) Integer.parseInt(raw.substring(i + 2, i + 6), 16));
        i += 5;
      } else {
        text.append(meaning(raw.charAt(++i)));
      }
    }
    return text.toString();
  }

  /** LIKE: % any run, _ any one character, both literal after a backslash; case does not matter. */
  static Pattern likePattern(String raw) {
    var regex = new StringBuilder();
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%') {
        regex.append(".*");
      } else if (c == '_') {
        regex.append('.');
      } else if (c == '\\') {
        int length = raw.charAt(i + 1) == 'u' ? 6 : 2;
        regex.append(Pattern.quote(unescaped(raw.substring(i, i + length))));
        i += length - 1;
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(
        regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  }

  private static char meaning(char escaped) {
    return switch (escaped) {
      case 'n', 'N' -> '\n';
      case 'r', 'R' -> '\r';
      case 't', 'T' -> '\t';
      case 'b', 'B' -> '\b';
      case 'f', 'F' -> '\f';
      default -> escaped;
    };
  }
}
