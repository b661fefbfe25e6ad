package dev.kaitsu.sandbox.salesforce.oauth;

/** A login that fails, in OAuth's terms: an error and its description, with status 400. */
final class LoginRefused extends RuntimeException {
  private final String error;
  private final String description;

  LoginRefused(String error, String description) {
    super(error + ": " + description);
    this.error = error;
    this.description = description;
  }

  String error() {
    return error;
  }

  String description() {
    return description;
  }
}
