package dev.kaitsu.adapter.salesforce.stream;

import dev.kaitsu.model.StreamEvent;
import java.util.Optional;

/**
 * An event in our words.
 *
 * @param gap why orders that the event does not name must be looked for; mostly empty
 */
record Reading(StreamEvent event, Optional<String> gap) {
  static Reading of(StreamEvent event) {
    return new Reading(event, Optional.empty());
  }
}
