package dev.kaitsu.adapter.whmcs;

import java.util.Optional;
import java.util.regex.Pattern;

/** Why WHMCS does not let us in, and what a person must do about it. */
enum AccessProblem {
  CREDENTIALS(
      "authentication failed|invalid or missing credentials|invalid password provided"
          + "|administrator account disabled",
      "refuses our credentials; check WHMCS_API_IDENTIFIER and WHMCS_API_SECRET and that the admin"
          + " they belong to is enabled"),
  ADDRESS(
      "invalid ip",
      "does not accept our address; add it to the API IP access restriction of WHMCS, or set"
          + " WHMCS_ACCESS_KEY"),
  PERMISSION(
      "invalid permissions",
      "does not allow us this action; tick it in the API role of our credential");

  private final Pattern message;
  private final String remedy;

  AccessProblem(String messageStart, String remedy) {
    this.message = Pattern.compile(messageStart, Pattern.CASE_INSENSITIVE);
    this.remedy = remedy;
  }

  String remedy() {
    return remedy;
  }

  /** Whether asking again soon could get our address banned. */
  boolean isFailedLogin() {
    return this != PERMISSION;
  }

  /**
   * Reads an error message. Any message inside a 403 of WHMCS' own is about access; without that
   * status only the unmistakable ones are.
   */
  static Optional<AccessProblem> of(int status, String message) {
    for (AccessProblem problem : values()) {
      if (problem.message.matcher(message).lookingAt()) {
        return Optional.of(problem);
      }
    }
    return status == 401 || status == 403 ? Optional.of(CREDENTIALS) : Optional.empty();
  }
}
