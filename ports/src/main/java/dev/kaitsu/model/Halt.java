package dev.kaitsu.model;

/** Why fulfillment stopped, in the terms that the operator and Salesforce see. */
public sealed interface Halt {
  FailureCode code();

  /** One short sentence, without secrets or personal data. */
  String reason();

  /** The business says no; the data must change before a retry can help. */
  record Refused(FailureCode code, String reason) implements Halt {}

  /** Another system failed before it acted; retrying is enough. */
  record Failed(FailureCode code, String reason) implements Halt {}

  /** The effect may be in place already; the next attempt looks before it acts. */
  record Uncertain(FailureCode code, String reason) implements Halt {}
}
