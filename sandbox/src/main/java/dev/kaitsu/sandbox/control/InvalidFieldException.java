package dev.kaitsu.sandbox.control;

/** A request that cannot be carried out because of one of its fields. */
public final class InvalidFieldException extends RuntimeException {
  private final String field;

  public InvalidFieldException(String field, String problem) {
    super("%s %s".formatted(field, problem));
    this.field = field;
  }

  public String field() {
    return field;
  }
}
