package dev.kaitsu.domain.mapping;

import dev.kaitsu.model.FailureCode;

/** A product cannot be billed; the message names its field and what stands there. */
public final class UnusableProduct extends Exception {
  private final FailureCode code;

  UnusableProduct(FailureCode code, String what) {
    super(what);
    this.code = code;
  }

  public FailureCode code() {
    return code;
  }

  String what() {
    return String.valueOf(getMessage());
  }
}
