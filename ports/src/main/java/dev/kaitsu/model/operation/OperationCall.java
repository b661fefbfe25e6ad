package dev.kaitsu.model.operation;

/**
 * A call to another system that changes something there. None has a key by which that system would
 * know a repeat.
 */
public enum OperationCall {
  INVOICE("CreateInvoice"),
  CAPTURE("CapturePayment"),
  QUOTA("PA04-04"),
  PLAN("PA05-21"),
  NETWORK("PA05-38");

  private final String code;

  OperationCall(String code) {
    this.code = code;
  }

  /** The other system's own name of the call. */
  public String code() {
    return code;
  }

  /** Whether it counts for the gap that the SIM operator wants between changes of a line. */
  public boolean countsForTheGap() {
    return this == PLAN || this == NETWORK;
  }

  @Override
  public String toString() {
    return code;
  }
}
