package dev.kaitsu.model.sim;

/**
 * One call to the operator that activates a SIM or part of it. None can be repeated or taken back,
 * and none has a key by which the operator would know a repeat.
 */
public enum SimCall {
  /** Registers a new number for a physical SIM; takes up to 10 minutes to apply. */
  ACCOUNT_REGISTRATION("PA02-01"),
  /** Registers a ported number for a physical SIM; applies at once. */
  SEMI_BLACK_REGISTRATION("PA05-19"),
  /** Registers voice options and the subscriber's identity. */
  VOICE_REGISTRATION("PA05-05"),
  /** Activates an eSIM, with a new number or a ported one. */
  ESIM_ACTIVATION("PA05-41");

  private final String code;

  SimCall(String code) {
    this.code = code;
  }

  /** The operator's own name of the call. */
  public String code() {
    return code;
  }

  @Override
  public String toString() {
    return code;
  }
}
