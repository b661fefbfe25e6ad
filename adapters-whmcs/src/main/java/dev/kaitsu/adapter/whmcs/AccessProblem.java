package dev.kaitsu.adapter.whmcs;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why WHMCS does not let us in, and what a person must do about it. */
enum AccessProblem {
  CREDENTIALS(
      "refuses our credentials; check WHMCS_API_IDENTIFIER and WHMCS_API_SECRET and that the admin"
          + " they belong to is enabled",
      List.of(
          "authentication failed",
          "invalid or missing credentials",
          "invalid password provided",
          "administrator account disabled")),
  ADDRESS(
      "does not accept our address; add it to the API IP access restriction of WHMCS, or set"
          + " WHMCS_ACCESS_KEY",
      List.of("invalid ip")),
  PERMISSION(
      "does not allow us this action; tick it in the API role of our credential",
      List.of("invalid permissions"));

  private final String remedy;
  private final List<String> messages;

  AccessProblem(String remedy, List<String> messages) {
    this.remedy = remedy;
    this.messages = messages;
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
    var text = message.toLowerCase(Locale.ROOT);
    for (AccessProblem problem : values()) {
      if (problem.messages.stream().anyMatch(text::startsWith)) {
        return Optional.of(problem);
      }
    }
    return status == 401 || status == 403 ? Optional.of(CREDENTIALS) : Optional.empty();
  }
}
