package dev.kaitsu.sandbox.salesforce.pubsub;

/** Ends the handling of a call with an error for its client. */
final class Refusal extends RuntimeException {
  private final transient PubSubError error;

  Refusal(PubSubError error) {
    super(error.text(), null, false, false);
    this.error = error;
  }

  static void because(PubSubError error) {
    throw new Refusal(error);
  }

  PubSubError error() {
    return error;
  }
}
