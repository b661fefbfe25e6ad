package dev.kaitsu.port.out;

import dev.kaitsu.model.ParkedEvent;
import dev.kaitsu.model.Payload;
import dev.kaitsu.model.StreamEvent;

/** Reads the bytes of an event. */
public interface EventDecoding {
  /**
   * The event in our words; {@link StreamEvent.Undecodable} with the reason if there are none.
   *
   * @throws ExternalCallException if its schema cannot be had now
   */
  StreamEvent decode(ParkedEvent event, Payload payload);
}
