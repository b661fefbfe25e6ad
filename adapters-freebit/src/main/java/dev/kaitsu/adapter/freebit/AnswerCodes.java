package dev.kaitsu.adapter.freebit;

import java.util.regex.Pattern;

/**
 * The two codes of an answer, as opaque text.
 *
 * @param result {@code resultCode}
 * @param status {@code status.statusCode}; empty if there is none
 */
record AnswerCodes(String result, String status) {
  private static final Pattern FIT = Pattern.compile("[A-Za-z0-9_.-]{0,16}");

  boolean isSuccess() {
    return result.equals("100");
  }

  /** Whether a code of the mapping file means this answer, which may write both codes in one. */
  boolean match(String code) {
    int dash = code.indexOf('-');
    if (dash < 0) {
      return matches(code, result);
    }
    return (matches(code.substring(0, dash), result) && matches(code.substring(dash + 1), status))
        || matches(code, result)
        || matches(code, status);
  }

  private static boolean matches(String code, String written) {
    return written.matches(code.replace("x", "[0-9]").replace("*", "[0-9A-Za-z_.]+"));
  }

  /** For people: {@code 400-356}, or only the first where there is no second. */
  @Override
  public String toString() {
    return status.isEmpty() ? fit(result) : fit(result) + "-" + fit(status);
  }

  private static String fit(String code) {
    return FIT.matcher(code).matches() ? code : "?";
  }
}
