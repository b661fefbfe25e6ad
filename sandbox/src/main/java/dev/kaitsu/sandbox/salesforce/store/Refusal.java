package dev.kaitsu.sandbox.salesforce.store;

import java.util.List;

/** The org says no: an HTTP status and one entry of Salesforce's error array. */
public final class Refusal extends RuntimeException {
  private final int status;
  private final String errorCode;
  private final String text;
  private final List<String> fields;

  public Refusal(int status, String errorCode, String text, List<String> fields) {
    super(errorCode + ": " + text);
    this.status = status;
    this.errorCode = errorCode;
    this.text = text;
    this.fields = List.copyOf(fields);
  }

  /** A request that can never succeed as it is: status 400. */
  public static Refusal badRequest(String errorCode, String text, String... fields) {
    return new Refusal(400, errorCode, text, List.of(fields));
  }

  public static Refusal notFound() {
    return new Refusal(404, "NOT_FOUND", "The requested resource does not exist", List.of());
  }

  public int status() {
    return status;
  }

  public String errorCode() {
    return errorCode;
  }

  /** The {@code message} of the error entry. */
  public String text() {
    return text;
  }

  public List<String> fields() {
    return fields;
  }
}
