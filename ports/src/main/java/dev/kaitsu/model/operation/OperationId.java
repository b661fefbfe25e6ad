package dev.kaitsu.model.operation;

import java.util.UUID;

/** Identifies an operation on a line. */
public record OperationId(UUID value) {
  private static final String REFERENCE = "kaitsu-";

  /**
   * Reads an id as it is printed.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static OperationId of(String text) {
    try {
      var id = UUID.fromString(text);
      if (id.toString().equalsIgnoreCase(text)) {
        return new OperationId(id);
      }
    } catch (IllegalArgumentException malformed) {
      // said below, in our words
    }
    throw new IllegalArgumentException("not an operation id: '%s'".formatted(text));
  }

  /**
   * What marks everything that this operation leaves in other systems, so that it can be found
   * there: the invoice, the quota.
   */
  public String reference() {
    return REFERENCE + value;
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
