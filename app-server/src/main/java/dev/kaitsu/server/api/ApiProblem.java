package dev.kaitsu.server.api;

import io.javalin.http.HttpStatus;
import java.util.Optional;

/** A request is not answered as asked, and its caller is told why. */
final class ApiProblem extends RuntimeException {
  private final HttpStatus status;
  private final String code;
  private final String field;

  private ApiProblem(HttpStatus status, String code, String field, String message) {
    super(message);
    this.status = status;
    this.code = code;
    this.field = field;
  }

  ApiProblem(HttpStatus status, String code, String message) {
    this(status, code, "", message);
  }

  /** Something in the request cannot be used; a field of the body, a parameter or a header. */
  static ApiProblem badInput(String field, String message) {
    return new ApiProblem(HttpStatus.BAD_REQUEST, "BAD_INPUT", field, message);
  }

  static ApiProblem notFound(String message) {
    return new ApiProblem(HttpStatus.NOT_FOUND, "NOT_FOUND", message);
  }

  /** What is asked for does not go together with how things are now. */
  static ApiProblem conflict(String code, String message) {
    return new ApiProblem(HttpStatus.CONFLICT, code, message);
  }

  HttpStatus status() {
    return status;
  }

  String code() {
    return code;
  }

  /** What in the request is at fault; empty if it is not one thing. */
  Optional<String> field() {
    return Optional.of(field).filter(name -> !name.isEmpty());
  }
}
