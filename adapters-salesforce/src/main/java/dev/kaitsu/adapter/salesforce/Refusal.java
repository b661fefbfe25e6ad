package dev.kaitsu.adapter.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kaitsu.model.FailureCode;
import dev.kaitsu.port.out.ExternalCallException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A "no" of Salesforce's API, and what it means for another try.
 *
 * @param errorCode Salesforce's own, such as {@code FIELD_CUSTOM_VALIDATION_EXCEPTION}
 * @param message Salesforce's own, without the chatter around it
 */
record Refusal(int status, String errorCode, String message) {
  private static final String ROW_LOCKED = "UNABLE_TO_LOCK_ROW";

  // Nothing is wrong with the request: the org, the version or the moment is.
  private static final Set<String> NOT_NOW =
      Set.of("API_DISABLED_FOR_ORG", "QUERY_TIMEOUT", "INVALID_QUERY_LOCATOR");

  // Around the one sentence that says something: the query itself, and advice on custom fields.
  private static final Pattern CHATTER =
      Pattern.compile(
          "^.*ERROR at Row:\\d+:Column:\\d+|If you are attempting to use a custom .*$",
          Pattern.DOTALL);

  Refusal {
    message = CHATTER.matcher(message).replaceAll("").strip();
  }

  /**
   * Reads one error. Single records call their code {@code errorCode}, collections {@code
   * statusCode}.
   */
  static Optional<Refusal> read(int status, JsonNode error) {
    return Json.text(error, "errorCode")
        .or(() -> Json.text(error, "statusCode"))
        .map(code -> new Refusal(status, code, Json.text(error, "message").orElse("")));
  }

  /** The address or the headers were too long, which the edge says without a reason. */
  static Optional<Refusal> ofLength(int status) {
    return status == 414 || status == 431
        ? Optional.of(new Refusal(status, "HTTP " + status, "the request is too long"))
        : Optional.empty();
  }

  /** Another transaction holds the record; a trigger's own error may wrap this one. */
  boolean isRowLock() {
    return errorCode.equals(ROW_LOCKED)
        || (errorCode.equals("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY")
            && message.contains(ROW_LOCKED));
  }

  ExternalCallException ofRead(SalesforceFields fields) {
    return status >= 500
        ? ExternalCallException.unavailable(
            FailureCode.ofHttpStatus(status), "Salesforce failed: " + inShort())
        : decided(fields);
  }

  ExternalCallException ofWrite(SalesforceFields fields) {
    return status >= 500
        ? ExternalCallException.outcomeUnknown(
            FailureCode.ofHttpStatus(status), "Salesforce failed at a write: " + inShort())
        : decided(fields);
  }

  /** Code and message on one short line. */
  String inShort() {
    return SafeText.of(errorCode) + ": " + SafeText.of(message);
  }

  private ExternalCallException decided(SalesforceFields fields) {
    if (isRowLock()) {
      return ExternalCallException.unavailable(
          FailureCode.HTTP_503, "another change holds the record in Salesforce: " + inShort());
    }
    if (errorCode.equals("REQUEST_LIMIT_EXCEEDED")) {
      return limitExceeded();
    }
    if (status == 429) {
      return ExternalCallException.unavailable(
          FailureCode.HTTP_429, "Salesforce asks for a pause: " + inShort());
    }
    if (status == 410) {
      return ExternalCallException.unavailable(
          FailureCode.SALESFORCE_REFUSED,
          "Salesforce no longer serves this API version: set SF_API_VERSION (%s)"
              .formatted(inShort()));
    }
    if (NOT_NOW.contains(errorCode)) {
      return ExternalCallException.unavailable(
          FailureCode.SALESFORCE_REFUSED, "Salesforce refused for now: " + inShort());
    }
    return ExternalCallException.refused(
        FailureCode.SALESFORCE_REFUSED,
        "Salesforce refused: " + inShort() + FieldRemedy.of(this, fields));
  }

  /** One code for two limits: the day's, which lasts, and that of the moment. */
  private ExternalCallException limitExceeded() {
    return message.contains("TotalRequests")
        ? ExternalCallException.unavailable(
            FailureCode.SALESFORCE_CALLS_USED_UP,
            "Salesforce's API calls of this org for 24 hours are used up: raise the limit or find"
                + " who uses them")
        : ExternalCallException.unavailable(
            FailureCode.HTTP_429,
            "Salesforce has too many long-running calls of this org at once: " + inShort());
  }
}
