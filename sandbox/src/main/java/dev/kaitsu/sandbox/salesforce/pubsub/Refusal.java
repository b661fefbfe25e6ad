package dev.kaitsu.sandbox.salesforce.pubsub;

import java.util.Optional;

/** Ends the handling of a call with an error for its client. */
final class Refusal extends RuntimeException {
  private final transient PubSubError error;

  Refusal(PubSubError error) {
    super(error.text(), null, false, false);
    this.error = error;
  }

  static void ifAny(Optional<PubSubError> scripted) {
    if (scripted.isPresent()) {
      throw new Refusal(scripted.get());
    }
  }

  PubSubError error() {
    return error;
  }
}
