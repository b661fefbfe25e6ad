package dev.kaitsu.adapter.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.port.out.ExternalCallException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a refused login means, and what helps. The codes are Salesforce's, its descriptions vary: a
 * description only refines the remedy, it never decides.
 */
final class LoginErrors {
  private static final Map<String, String> REMEDIES =
      Map.ofEntries(
          Map.entry(
              "invalid_client_id",
              "check SF_CLIENT_ID (the app's consumer key); a new app becomes known within 10"
                  + " minutes"),
          Map.entry(
              "invalid_client",
              "check SF_CLIENT_ID (the app's consumer key); a new app becomes known within 10"
                  + " minutes"),
          Map.entry(
              "invalid_app_access",
              "admit the integration user to the connected app by profile or permission set"),
          Map.entry("inactive_user", "activate the integration user named by SF_USERNAME"),
          Map.entry("inactive_org", "the org is locked or gone: check SF_LOGIN_URL"),
          Map.entry("unsupported_grant_type", "check that SF_LOGIN_URL is a Salesforce login host"),
          Map.entry("invalid_request", "check that SF_LOGIN_URL is a Salesforce login host"),
          Map.entry("rate_limit_exceeded", "too many logins; wait, and look for who logs in"));

  private LoginErrors() {}

  static ExternalCallException explain(Answer answer, Optional<JsonNode> body, Instant now) {
    var error = body.flatMap(json -> Json.text(json, "error"));
    if (error.isEmpty()) {
      return ExternalCallException.unavailable(
          FailureCode.ofHttpStatus(answer.status()),
          "Salesforce's login answered HTTP %d without a reason: it is down, or SF_LOGIN_URL is no"
                  .formatted(answer.status())
              + " Salesforce login host");
    }
    if (answer.status() >= 500) {
      return ExternalCallException.unavailable(
          FailureCode.ofHttpStatus(answer.status()),
          "Salesforce's login answered HTTP %d".formatted(answer.status()));
    }
    var description =
        body.flatMap(json -> Json.text(json, "error_description")).map(SafeText::of).orElse("");
    return ExternalCallException.unavailable(
        FailureCode.SALESFORCE_REFUSED,
        "Salesforce refused the login (%s%s): %s"
            .formatted(
                SafeText.of(error.get()),
                description.isEmpty() ? "" : ", " + description,
                remedy(error.get(), description.toLowerCase(Locale.ROOT), answer, now)));
  }

  private static String remedy(String error, String description, Answer answer, Instant now) {
    var known = REMEDIES.get(error);
    if (known != null) {
      return known;
    }
    if (description.contains("approved")) {
      return "pre-authorise the integration user for the connected app";
    }
    if (description.contains("audience")) {
      return "SF_LOGIN_URL mixes up production and sandbox, or set SF_AUDIENCE";
    }
    if (description.contains("expired")) {
      return "the assertion counts as expired" + clockAdvice(answer, now);
    }
    if (description.contains("assertion") || description.contains("signature")) {
      return "the private key does not belong to the certificate of the connected app, or"
          + " SF_USERNAME is unknown in this org";
    }
    return "check SF_USERNAME, whether the user is locked, and the app's IP restrictions";
  }

  private static String clockAdvice(Answer answer, Instant now) {
    return answer
        .sentAt()
        .map(theirs -> Duration.between(theirs, now).toSeconds())
        .filter(ahead -> Math.abs(ahead) > 30)
        .map(
            ahead ->
                ": this machine's clock is %d s %s; set it"
                    .formatted(Math.abs(ahead), ahead > 0 ? "fast" : "slow"))
        .orElse("; check this machine's clock");
  }
}
